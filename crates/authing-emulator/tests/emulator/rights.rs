//! Groups, roles, permissions and organizations, as the pool's owner manages them.

use serde_json::{Value, json};

use crate::support::{Client, text};

/// The pool's owner, and what the owner makes.
struct Owner {
    client: Client,
    token: String,
}

impl Owner {
    fn new() -> Self {
        let client = Client::start();
        let token = client.owner_token();
        Self { client, token }
    }

    fn data(&self, query: &str) -> Value {
        self.client.data(Some(&self.token), query, Value::Null)
    }

    fn code(&self, query: &str) -> u64 {
        self.client.refusal(Some(&self.token), query, Value::Null).0
    }

    /// Creates a `Group`, `Role` or `Permission`; its id.
    fn create(&self, kind: &str, name: &str) -> String {
        text(&self.data(&format!("mutation {{ createRBAC{kind}(input: {{ name: \"{name}\" }}) {{ _id }} }}"))["_id"])
    }

    /// Ties one to another, by a mutation and its input.
    fn tie(&self, mutation: &str, input: &str) -> Value {
        self.data(&format!("mutation {{ {mutation}(input: {{ {input} }}) {{ _id }} }}"))
    }

    fn user(&self, name: &str) -> String {
        text(&self.client.register(&format!("{name}@b.com"), "pw123456")["_id"])
    }

    fn permissions_of(&self, user: &str) -> Value {
        self.data(&format!("{{ userPermissionList(_id: \"{user}\") {{ rawList }} }}"))["rawList"].take()
    }

    /// An organization of the group `all`.
    fn company(&self) -> (String, String) {
        let root = self.create("Group", "all");
        let org = self.data(&format!("mutation {{ createOrg(input: {{ rootGroupId: \"{root}\" }}) {{ _id }} }}"));
        (text(&org["_id"]), root)
    }

    fn add_node(&self, org: &str, name: &str, parent: &str) -> String {
        let group = self.create("Group", name);
        self.tie("addOrgNode", &format!("orgId: \"{org}\", groupId: \"{group}\", parentGroupId: \"{parent}\""));
        group
    }

    /// The names of an organization's nodes.
    fn nodes(&self, org: &str) -> Vec<String> {
        let org = self.data(&format!("{{ org(_id: \"{org}\") {{ nodes {{ name }} }} }}"));
        names(&org["nodes"])
    }
}

fn names(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|item| text(&item["name"])).collect()
}

#[test]
fn items_are_created_read_changed_and_deleted() {
    let owner = Owner::new();
    for (kind, not_found) in [("Group", 3901), ("Role", 3903), ("Permission", 3905)] {
        // createRBACPermission, updateRBACPermission, deleteRBACPermission, …
        let id = owner.create(kind, "one");
        let read = format!("{{ rbac{kind}(_id: \"{id}\") {{ name description createdAt updatedAt userPoolId }} }}");
        let made = owner.data(&read);
        assert_eq!((&made["name"], &made["description"]), (&json!("one"), &Value::Null));
        assert_eq!((&made["updatedAt"], &made["userPoolId"]), (&made["createdAt"], &json!(owner.client.pool())));
        let change = "{ description: \"more\", _id: ".to_owned() + &format!("\"{id}\" }}");
        let changed = owner.data(&format!("mutation {{ updateRBAC{kind}(input: {change}) {{ name description }} }}"));
        assert_eq!(changed, json!({ "name": "one", "description": "more" }), "what is not given stays");
        let delete = format!("mutation {{ deleteRBAC{kind}(_id: \"{id}\") {{ code }} }}");
        assert_eq!(owner.data(&delete)["code"], 200);
        assert_eq!(owner.code(&read), not_found);
        assert_eq!(owner.code(&delete), not_found);
    }
}

#[test]
fn several_are_deleted_together_or_none() {
    let owner = Owner::new();
    // deleteRBACGroupBatch, deleteRBACRoleBatch, deleteRBACPermissionBatch
    for kind in ["Group", "Role", "Permission"] {
        let (one, other) = (owner.create(kind, "one"), owner.create(kind, "other"));
        let total =
            || owner.data(&format!("{{ rbac{kind}List(userPoolId: \"{}\") {{ totalCount }} }}", owner.client.pool()));
        let delete = |ids: &[&str]| format!("mutation {{ deleteRBAC{kind}Batch(idList: {}) {{ code }} }}", json!(ids));
        owner.code(&delete(&[&one, "none"]));
        assert_eq!(total()["totalCount"], 2);
        assert_eq!(owner.data(&delete(&[&one, &other]))["code"], 200);
        assert_eq!(total()["totalCount"], 0);
    }
}

#[test]
fn lists_are_sorted_and_paged() {
    let owner = Owner::new();
    let ids: Vec<String> = (0..12).map(|at| owner.create("Role", &format!("r{at}"))).collect();
    owner.data(&format!("mutation {{ updateRBACRole(input: {{ _id: \"{}\", name: \"r0\" }}) {{ _id }} }}", ids[0]));
    let pool = owner.client.pool();
    let page = |rest: &str| {
        names(&owner.data(&format!("{{ rbacRoleList(userPoolId: \"{pool}\"{rest}) {{ list {{ name }} }} }}"))["list"])
    };
    assert_eq!(page("").len(), 10);
    assert_eq!(page("")[0], "r11");
    assert_eq!(page(", page: 1"), ["r1", "r0"]);
    assert_eq!(page(", sortBy: CREATEDAT_ASC, page: 1, count: 5"), ["r5", "r6", "r7", "r8", "r9"]);
    assert_eq!(owner.code("{ rbacRoleList(userPoolId: \"another\") { totalCount } }"), 2011);
}

#[test]
fn users_of_a_group_and_of_a_role_are_paged_at_their_field() {
    let owner = Owner::new();
    let (group, role) = (owner.create("Group", "g"), owner.create("Role", "r"));
    let users: Vec<String> = (0..12).map(|at| owner.user(&format!("u{at}"))).collect();
    let ids = json!(users);
    owner.tie("addUserToRBACGroupBatch", &format!("groupId: \"{group}\", userIdList: {ids}"));
    owner.tie("assignRBACRoleToUserBatch", &format!("roleId: \"{role}\", userIdList: {ids}"));
    for of in [format!("rbacGroup(_id: \"{group}\")"), format!("rbacRole(_id: \"{role}\")")] {
        let both = owner.data(&format!(
            "{{ {of} {{ first: users {{ totalCount list {{ email }} }} last: users(sortBy: CREATEDAT_ASC, page: 1) {{ list {{ email }} }} }} }}"
        ));
        assert_eq!(both["first"]["totalCount"], 12);
        assert_eq!(both["first"]["list"].as_array().expect("a list").len(), 10);
        assert_eq!(both["first"]["list"][0]["email"], "u11@b.com");
        assert_eq!(both["last"]["list"], json!([{ "email": "u10@b.com" }, { "email": "u11@b.com" }]));
    }
}

#[test]
fn permissions_come_through_roles_and_groups_and_go_with_them() {
    let owner = Owner::new();
    let user = owner.user("bob");
    let (read, write) = (owner.create("Permission", "read"), owner.create("Permission", "write"));
    let (reader, writer) = (owner.create("Role", "reader"), owner.create("Role", "writer"));
    let group = owner.create("Group", "library");
    owner.tie("addPermissionToRBACRole", &format!("roleId: \"{reader}\", permissionId: \"{read}\""));
    owner.tie(
        "addPermissionToRBACRoleBatch",
        &format!("roleId: \"{writer}\", permissionIdList: [\"{read}\", \"{write}\"]"),
    );
    owner.tie("addRoleToRBACGroup", &format!("groupId: \"{group}\", roleId: \"{reader}\""));
    owner.tie("addUserToRBACGroup", &format!("groupId: \"{group}\", userId: \"{user}\""));
    assert_eq!(owner.permissions_of(&user), json!(["read"]));
    owner.tie("assignRBACRoleToUser", &format!("roleId: \"{writer}\", userId: \"{user}\""));
    assert_eq!(owner.permissions_of(&user), json!(["read", "write"]));
    let of_group = owner.data(&format!("{{ rbacGroup(_id: \"{group}\") {{ permissions {{ list {{ name }} }} roles {{ list {{ name permissions {{ totalCount }} }} }} }} }}"));
    assert_eq!(of_group["permissions"]["list"], json!([{ "name": "read" }]));
    assert_eq!(of_group["roles"]["list"], json!([{ "name": "reader", "permissions": { "totalCount": 1 } }]));

    owner.data(&format!("mutation {{ deleteRBACGroup(_id: \"{group}\") {{ code }} }}"));
    owner.data(&format!("mutation {{ deleteRBACPermission(_id: \"{read}\") {{ code }} }}"));
    assert_eq!(owner.permissions_of(&user), json!(["write"]));
    owner.data(&format!("mutation {{ deleteRBACRole(_id: \"{writer}\") {{ code }} }}"));
    assert_eq!(owner.permissions_of(&user), json!([]));
}

#[test]
fn relation_to_an_unknown_object_is_refused() {
    let owner = Owner::new();
    let (group, user) = (owner.create("Group", "g"), owner.user("bob"));
    let batch = |users: &str, group: &str| {
        format!(
            "mutation {{ addUserToRBACGroupBatch(input: {{ groupId: \"{group}\", userIdList: {users} }}) {{ _id }} }}"
        )
    };
    assert_eq!(owner.code(&batch(&json!([user, "none"]).to_string(), &group)), 2004);
    assert_eq!(owner.code(&batch(&json!([user]).to_string(), "none")), 3901);
    let members = owner.data(&format!("{{ rbacGroup(_id: \"{group}\") {{ users {{ totalCount }} }} }}"));
    assert_eq!(members["users"]["totalCount"], 0);
}

#[test]
fn organization_is_a_tree_of_groups() {
    let owner = Owner::new();
    let (org, all) = owner.company();
    let tech = owner.add_node(&org, "tech", &all);
    let cto = owner.add_node(&org, "cto", &tech);
    let read = owner.data(&format!("{{ org(_id: \"{org}\") {{ nodes {{ _id name root children }} }} }}"));
    assert_eq!(
        read["nodes"],
        json!([
            { "_id": all, "name": "all", "root": true, "children": [tech] },
            { "_id": tech, "name": "tech", "root": false, "children": [cto] },
            { "_id": cto, "name": "cto", "root": false, "children": [] },
        ])
    );
    let below = owner.data(&format!(
        "{{ orgChildrenNodes(input: {{ orgId: \"{org}\", groupId: \"{all}\" }}) {{ group {{ name }} depth }} }}"
    ));
    assert_eq!(below, json!([{ "group": { "name": "tech" }, "depth": 1 }, { "group": { "name": "cto" }, "depth": 2 }]));
    assert_eq!(owner.data(&format!("{{ orgRootNode(_id: \"{org}\") {{ name }} }}"))["name"], "all");
    for (group, is_root) in [(&all, true), (&tech, false)] {
        let asked = format!("{{ isRootNodeOfOrg(input: {{ orgId: \"{org}\", groupId: \"{group}\" }}) }}");
        assert_eq!(owner.data(&asked), is_root);
    }
}

#[test]
fn node_is_its_group() {
    let owner = Owner::new();
    let (org, all) = owner.company();
    let tech = owner.add_node(&org, "tech", &all);
    owner.add_node(&org, "cto", &tech);
    owner.add_node(&org, "sales", &all);
    owner.data(&format!("mutation {{ updateRBACGroup(input: {{ _id: \"{tech}\", name: \"it\" }}) {{ _id }} }}"));
    assert_eq!(owner.nodes(&org), ["all", "it", "cto", "sales"]);
    owner.data(&format!("mutation {{ deleteRBACGroup(_id: \"{tech}\") {{ code }} }}"));
    assert_eq!(owner.nodes(&org), ["all", "sales"]);
    owner.data(&format!("mutation {{ deleteRBACGroup(_id: \"{all}\") {{ code }} }}"));
    assert_eq!(owner.code(&format!("{{ org(_id: \"{org}\") {{ _id }} }}")), 3901);
}

#[test]
fn nodes_and_organizations_are_removed_and_groups_remain() {
    let owner = Owner::new();
    let (org, all) = owner.company();
    let tech = owner.add_node(&org, "tech", &all);
    owner.add_node(&org, "cto", &tech);
    let remove = |group: &str| {
        format!(
            "mutation {{ removeOrgNode(input: {{ orgId: \"{org}\", groupId: \"{group}\" }}) {{ nodes {{ name }} }} }}"
        )
    };
    assert_eq!(owner.code(&remove(&all)), 500, "the root stays");
    assert_eq!(names(&owner.data(&remove(&tech))["nodes"]), ["all"]);
    assert_eq!(owner.code(&remove(&tech)), 3901);
    let pool = owner.client.pool();
    assert_eq!(owner.data(&format!("{{ orgs(userPoolId: \"{pool}\") {{ totalCount }} }}"))["totalCount"], 1);
    assert_eq!(owner.data(&format!("mutation {{ deleteOrg(_id: \"{org}\") {{ code }} }}"))["code"], 200);
    assert_eq!(owner.code(&format!("mutation {{ deleteOrg(_id: \"{org}\") {{ code }} }}")), 3901);
    let groups = owner.data(&format!("{{ rbacGroupList(userPoolId: \"{pool}\") {{ totalCount }} }}"));
    assert_eq!(groups["totalCount"], 3);
}

#[test]
fn group_is_a_node_of_an_organization_once() {
    let owner = Owner::new();
    let (org, all) = owner.company();
    let tech = owner.add_node(&org, "tech", &all);
    let add = |group: &str, parent: &str| {
        format!(
            "mutation {{ addOrgNode(input: {{ orgId: \"{org}\", groupId: \"{group}\", parentGroupId: \"{parent}\" }}) {{ _id }} }}"
        )
    };
    assert_eq!(owner.code(&add(&all, &tech)), 500, "the root below its child would be a cycle");
    assert_eq!(owner.code(&add(&tech, &tech)), 500);
    assert_eq!(owner.code(&add("none", &all)), 3901);
    let other = owner.create("Group", "other");
    assert_eq!(owner.code(&add(&other, &other)), 3901, "the parent is no node");
}

#[test]
fn users_of_a_node_are_searched_and_those_below_if_asked() {
    let owner = Owner::new();
    let (org, all) = owner.company();
    let tech = owner.add_node(&org, "tech", &all);
    for (name, group) in [("ann", &all), ("bob", &tech)] {
        let user = owner.user(name);
        owner.tie("addUserToRBACGroup", &format!("groupId: \"{group}\", userId: \"{user}\""));
    }
    owner.user("eve");
    let found = |rest: &str| {
        let found = owner.data(&format!(
            "{{ searchOrgNodeUser(orgId: \"{org}\", nodeId: \"{all}\", query: \"@b.com\"{rest}) {{ list {{ email }} }} }}"
        ));
        found["list"].as_array().expect("a list").iter().map(|user| text(&user["email"])).collect::<Vec<_>>()
    };
    assert_eq!(found(""), ["ann@b.com"]);
    assert_eq!(found(", includeChildrenNodes: true"), ["ann@b.com", "bob@b.com"]);
}

#[test]
fn rights_are_the_owners_to_manage() {
    let owner = Owner::new();
    let (_, user) = owner.client.new_user();
    let (org, all) = owner.company();
    let pool = owner.client.pool();
    for query in [
        format!("{{ rbacGroup(_id: \"{all}\") {{ _id }} }}"),
        format!("{{ rbacGroupList(userPoolId: \"{pool}\") {{ totalCount }} }}"),
        format!("mutation {{ updateRBACGroup(input: {{ _id: \"{all}\", name: \"mine\" }}) {{ _id }} }}"),
        format!("mutation {{ deleteRBACGroup(_id: \"{all}\") {{ code }} }}"),
        format!("mutation {{ deleteRBACGroupBatch(idList: [\"{all}\"]) {{ code }} }}"),
        format!("{{ org(_id: \"{org}\") {{ _id }} }}"),
        format!("{{ orgs(userPoolId: \"{pool}\") {{ totalCount }} }}"),
        format!("{{ orgRootNode(_id: \"{org}\") {{ _id }} }}"),
        format!("{{ isRootNodeOfOrg(input: {{ orgId: \"{org}\", groupId: \"{all}\" }}) }}"),
        format!("{{ orgChildrenNodes(input: {{ orgId: \"{org}\", groupId: \"{all}\" }}) {{ depth }} }}"),
        format!("{{ searchOrgNodeUser(orgId: \"{org}\", nodeId: \"{all}\", query: \"a\") {{ totalCount }} }}"),
        format!("mutation {{ createOrg(input: {{ rootGroupId: \"{all}\" }}) {{ _id }} }}"),
        format!("mutation {{ removeOrgNode(input: {{ orgId: \"{org}\", groupId: \"{all}\" }}) {{ _id }} }}"),
        format!("mutation {{ deleteOrg(_id: \"{org}\") {{ code }} }}"),
    ] {
        assert_eq!(owner.client.refusal(None, &query, Value::Null).0, 2020, "{query}");
        assert_eq!(owner.client.refusal(Some(&user), &query, Value::Null).0, 1001, "{query}");
    }
}

#[test]
fn added_members_are_removed_singly_or_in_a_batch() {
    let owner = Owner::new();
    let (group, role, permission) =
        (owner.create("Group", "g"), owner.create("Role", "r"), owner.create("Permission", "p"));
    let user = owner.user("bob");
    let total = |of: &str, list: &str| {
        owner.data(&format!("{{ {of} {{ {list} {{ totalCount }} }} }}"))[list]["totalCount"].take()
    };
    let (of_group, of_role) = (format!("rbacGroup(_id: \"{group}\")"), format!("rbacRole(_id: \"{role}\")"));
    let one = |name: &str, id: &str, of: &str, of_id: &str| format!("{name}Id: \"{id}\", {of}Id: \"{of_id}\"");
    let many = |name: &str, id: &str, of: &str, of_id: &str| format!("{name}IdList: [\"{id}\"], {of}Id: \"{of_id}\"");
    let each = [
        (
            "role",
            &role,
            "group",
            &group,
            &of_group,
            "roles",
            "addRoleToRBACGroupBatch",
            "removeRoleFromRBACGroup",
            "removeRoleFromRBACGroupBatch",
        ),
        (
            "user",
            &user,
            "group",
            &group,
            &of_group,
            "users",
            "addUserToRBACGroupBatch",
            "removeUserFromRBACGroup",
            "removeUserFromRBACGroupBatch",
        ),
        (
            "user",
            &user,
            "role",
            &role,
            &of_role,
            "users",
            "assignRBACRoleToUserBatch",
            "revokeRBACRoleFromUser",
            "revokeRBACRoleFromUserBatch",
        ),
        (
            "permission",
            &permission,
            "role",
            &role,
            &of_role,
            "permissions",
            "addPermissionToRBACRoleBatch",
            "removePermissionFromRBACRole",
            "removePermissionFromRBACRoleBatch",
        ),
    ];
    for (member, id, of, of_id, read, list, add, remove, remove_batch) in each {
        for (removal, input) in [(remove, one(member, id, of, of_id)), (remove_batch, many(member, id, of, of_id))] {
            owner.tie(add, &many(member, id, of, of_id));
            assert_eq!(total(read, list), 1, "{add}");
            owner.tie(removal, &input);
            assert_eq!(total(read, list), 0, "{removal}");
        }
    }
}
