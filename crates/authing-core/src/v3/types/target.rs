use crate::UserId;
use crate::wire::{fields, texts};

texts! {
    /// What a role, a permission or custom data can be given to.
    pub enum TargetType {
        /// A user.
        User = "USER",
        /// A role.
        Role = "ROLE",
        /// A group.
        Group = "GROUP",
        /// A department.
        Department = "DEPARTMENT",
    }
}

fields! {
    /// A user, role, group or department that something is given to.
    ///
    /// ```
    /// use authing_core::v3::types::Target;
    ///
    /// let bob = Target::user("5e05bbf2d51b3761d5c71070");
    /// let engineers = Target::group("engineers");
    /// ```
    pub struct Target {
        /// What it is.
        kind: TargetType = "targetType";
        /// The id of a user or a department, the code of a role or a group.
        identifier: String = "targetIdentifier";
    }
}

impl Target {
    /// A user, by id.
    pub fn user(id: impl Into<UserId>) -> Self {
        Self { kind: TargetType::User, identifier: id.into().as_str().to_owned() }
    }

    /// A role, by code.
    pub fn role(code: impl Into<String>) -> Self {
        Self { kind: TargetType::Role, identifier: code.into() }
    }

    /// A group, by code.
    pub fn group(code: impl Into<String>) -> Self {
        Self { kind: TargetType::Group, identifier: code.into() }
    }

    /// A department, by id.
    pub fn department(id: impl Into<String>) -> Self {
        Self { kind: TargetType::Department, identifier: id.into() }
    }
}
