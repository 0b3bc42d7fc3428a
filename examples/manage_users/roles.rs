//! The roles of the employees.

use std::collections::{BTreeMap, HashSet};

use authing_core::v3::management::{CreateRole, ListRoleMembers, ListRoles};
use authing_core::v3::types::Target;
use authing_core::{Error, UserId};
use authing_ureq::ManagementClient;

use crate::import::Member;
use crate::report::RoleRow;

/// Gives the employees their roles, which are created if they are not there. No role is taken from an employee.
pub(crate) fn assign(client: &ManagementClient, members: &[Member<'_>]) -> Result<Vec<RoleRow>, Error> {
    let mut wanted: BTreeMap<&str, Vec<&UserId>> = BTreeMap::new();
    for member in members {
        for role in member.employee.roles() {
            wanted.entry(role).or_default().push(&member.user);
        }
    }
    let roles = client.all(ListRoles::default());
    let known = roles.map(|role| Ok(role?.code)).collect::<Result<HashSet<_>, Error>>()?;
    for code in wanted.keys().filter(|&&code| !known.contains(code)) {
        client.create_role(CreateRole::new(*code))?;
    }
    wanted.into_iter().map(|(code, users)| give(client, code, users)).collect()
}

fn give(client: &ManagementClient, code: &str, users: Vec<&UserId>) -> Result<RoleRow, Error> {
    let there = client.all(ListRoleMembers::new(code));
    let there = there.map(|user| Ok(user?.user_id)).collect::<Result<HashSet<_>, Error>>()?;
    let new: Vec<_> = users.into_iter().filter(|user| !there.contains(user)).collect();
    let members = there.len() + new.len();
    if !new.is_empty() {
        client.assign_role(code, new.into_iter().map(Target::user))?;
    }
    Ok(RoleRow { code: code.to_owned(), members })
}
