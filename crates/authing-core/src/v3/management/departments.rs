//! The organisations of a pool, and their departments.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`ListOrganizations`] | `list_organizations` | `GET /api/v3/list-organizations` |
//! | [`ListChildrenDepartments`] | `list_children_departments` | `GET /api/v3/list-children-departments` |
//! | [`ListDepartmentMembers`] | `list_department_members` | `GET /api/v3/list-department-members` |
//! | [`AddDepartmentMembers`] | `add_department_members` | `POST /api/v3/add-department-members` |
//! | [`RemoveDepartmentMembers`] | `remove_department_members` | `POST /api/v3/remove-department-members` |

mod add_department_members;
mod department_members;
mod list_children_departments;
mod list_department_members;
mod list_organizations;
mod remove_department_members;

pub use self::add_department_members::AddDepartmentMembers;
pub use self::list_children_departments::ListChildrenDepartments;
pub use self::list_department_members::ListDepartmentMembers;
pub use self::list_organizations::ListOrganizations;
pub use self::remove_department_members::RemoveDepartmentMembers;
use crate::UserId;
use crate::client::methods::methods;
use crate::principal::Administrator;
use crate::types::{List, Page};
use crate::v3::management::batch_methods;
use crate::v3::types::{Department, Organization, User};

methods! {
    /// # Organisations and departments
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Lists the organisations, a page at a time. See [`ListOrganizations`].
        fn list_organizations(page: Page) -> List<Organization> = ListOrganizations { page, ..ListOrganizations::default() };
        /// Lists the departments below a department; `root` is the root. See [`ListChildrenDepartments`].
        @example "let departments = client.list_children_departments(\"steamory\", \"root\")"
        fn list_children_departments(organization: impl Into<String>, department: impl Into<String>) -> List<Department> = ListChildrenDepartments::new(organization, department);
        /// Lists the members of a department, a page at a time. See [`ListDepartmentMembers`].
        fn list_department_members(organization: impl Into<String>, department: impl Into<String>, page: Page) -> List<User> = ListDepartmentMembers { page, ..ListDepartmentMembers::new(organization, department) };
    }
}

batch_methods! {
    /// # Organisations and departments: in batches of 50
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Adds users to a department. See [`AddDepartmentMembers`].
        fn add_department_members(organization: impl Into<String>, department: impl Into<String>, users: impl IntoIterator<Item = impl Into<UserId>>) -> () = AddDepartmentMembers::new(users, organization, department);
        /// Removes users from a department. See [`RemoveDepartmentMembers`].
        fn remove_department_members(organization: impl Into<String>, department: impl Into<String>, users: impl IntoIterator<Item = impl Into<UserId>>) -> () = RemoveDepartmentMembers::new(users, organization, department);
    }
}
