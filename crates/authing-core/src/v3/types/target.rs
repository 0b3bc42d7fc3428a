use crate::UserId;
use crate::wire::{fields, texts};

texts! {
    /// The kind of an object that has roles, permissions or custom data.
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
    /// A user, role, group or department that has roles, permissions or custom data.
    ///
    /// ```
    /// use authing_core::v3::types::Target;
    ///
    /// let bob = Target::user("5e05bbf2d51b3761d5c71070");
    /// let engineers = Target::group("engineers");
    /// ```
    pub struct Target {
        /// The kind of the object.
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
