//! The owner's side: who may do it, and what becomes of the pool.

use crate::support::{Client, text};
use serde_json::{Value, json};

const USERS: &str =
    "query($page: Int, $count: Int) { users(page: $page, count: $count) { totalCount list { _id email } } }";
const REMOVE: &str = "mutation($ids: [String]) { removeUsers(ids: $ids) { _id } }";
const PATCH: &str = "query($ids: String!) { userPatch(ids: $ids) { totalCount list { _id } } }";

#[test]
fn owners_calls_are_forbidden_to_users() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let pool = client.pool();
    for query in [
        "{ users { totalCount } }".to_owned(),
        format!("{{ searchUser(type: \"all\", value: \"a\", registerInClient: \"{pool}\") {{ totalCount }} }}"),
        format!("{{ userPatch(ids: \"{id}\") {{ totalCount }} }}"),
        format!("mutation {{ removeUsers(ids: [\"{id}\"]) {{ _id }} }}"),
        format!("mutation {{ refreshToken(client: \"{pool}\", user: \"{id}\") {{ token }} }}"),
        format!("mutation {{ refreshThirdPartyToken(userPoolId: \"{pool}\", userId: \"{id}\") {{ provider }} }}"),
        format!("mutation {{ createRole(name: \"r\", client: \"{pool}\") {{ _id }} }}"),
        format!("mutation {{ updateRole(_id: \"r\", name: \"r\", client: \"{pool}\") {{ _id }} }}"),
        format!("{{ clientRoles(client: \"{pool}\") {{ totalCount }} }}"),
        format!("mutation {{ assignUserToRole(group: \"r\", client: \"{pool}\", user: \"{id}\") {{ totalCount }} }}"),
        format!("mutation {{ removeUserFromGroup(group: \"r\", client: \"{pool}\", user: \"{id}\") {{ _id }} }}"),
        format!("{{ queryRoleByUserId(user: \"{id}\", client: \"{pool}\") {{ totalCount }} }}"),
        format!("{{ checkPhoneCode(phone: \"1\", phoneCode: \"1\", userPoolId: \"{pool}\") {{ code }} }}"),
        "mutation { createRBACRole(input: { name: \"r\" }) { _id } }".to_owned(),
        "mutation { assignRBACRoleToUser(input: { userId: \"u\", roleId: \"r\" }) { _id } }".to_owned(),
    ] {
        assert_eq!(client.refusal(None, &query, Value::Null).0, 2020, "{query}");
        assert_eq!(client.refusal(Some(&token), &query, Value::Null).0, 1001, "{query}");
        assert_eq!(client.refusal(Some("x.y.z"), &query, Value::Null).0, 2207, "{query}");
    }
}

#[test]
fn users_come_in_pages_and_go() {
    let client = Client::start();
    let owner = client.owner_token();
    let ids: Vec<Value> = (0..5).map(|n| client.register(&format!("u{n}@b.com"), "pw123456")["_id"].clone()).collect();
    let page = |page: u8| client.data(Some(&owner), USERS, json!({ "page": page, "count": 2 }));
    let of = |answer: &Value| {
        answer["list"].as_array().expect("a list").iter().map(|user| user["_id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(page(1)["totalCount"], 5);
    assert_eq!([of(&page(1)), of(&page(2)), of(&page(3)), of(&page(4))].concat(), ids);

    let remove = |ids: Value| client.graphql(Some(&owner), REMOVE, json!({ "ids": ids })).1;
    assert_eq!(remove(json!([ids[0], "none"]))["errors"][0]["message"]["code"], 2210);
    assert_eq!(page(1)["totalCount"], 5, "all or none");
    assert_eq!(remove(json!([ids[0], ids[1]]))["data"]["removeUsers"], json!([{ "_id": ids[0] }, { "_id": ids[1] }]));
    assert_eq!(page(1)["totalCount"], 3);
    let gone = client.login_variables("u0@b.com", "pw123456");
    assert_eq!(client.refusal(None, crate::support::LOGIN, gone).0, 2004);
}

#[test]
fn at_most_eighty_are_read_at_once() {
    let client = Client::start();
    let owner = client.owner_token();
    let id = text(&client.register("a@b.com", "pw123456")["_id"]);
    let patch = |count: usize| json!({ "ids": vec![id.as_str(); count].join(",") });
    assert_eq!(client.data(Some(&owner), PATCH, patch(80))["totalCount"], 80);
    assert_eq!(client.refusal(Some(&owner), PATCH, patch(81)).0, 2030);
}

#[test]
fn a_search_looks_where_it_is_told() {
    let client = Client::start();
    let owner = client.owner_token();
    client.register("wanda@b.com", "pw123456");
    let search = "query($type: String!, $value: String!, $pool: String!) {
        searchUser(type: $type, value: $value, registerInClient: $pool) { totalCount } }";
    let with = |kind: &str, value: &str| json!({ "type": kind, "value": value, "pool": client.pool() });
    assert_eq!(client.data(Some(&owner), search, with("all", "WANDA"))["totalCount"], 1);
    assert_eq!(client.data(Some(&owner), search, with("username", "wanda"))["totalCount"], 0);
    assert_eq!(client.refusal(Some(&owner), search, with("shoes", "x")).0, 2015);
    assert_eq!(client.refusal(Some(&owner), search, with("all", "")).0, 2014);
}

#[test]
fn a_user_reads_the_rights_that_groups_and_roles_give() {
    let client = Client::start();
    let (user, token) = client.new_user();
    let owner = client.owner_token();
    let change = |query: String| client.data(Some(&owner), &query, Value::Null);
    let create = |kind: &str, name: &str| {
        text(&change(format!("mutation {{ create{kind}(input: {{ name: \"{name}\" }}) {{ _id }} }}"))["_id"])
    };
    let (permission, role, group) =
        (create("RBACPermission", "read"), create("RBACRole", "reader"), create("RBACGroup", "library"));
    change(format!(
        "mutation {{ addPermissionToRBACRole(input: {{ permissionId: \"{permission}\", roleId: \"{role}\" }}) {{ _id }} }}"
    ));
    change(format!(
        "mutation {{ addRoleToRBACGroup(input: {{ roleId: \"{role}\", groupId: \"{group}\" }}) {{ _id }} }}"
    ));
    let whole = change(format!(
        "mutation {{ addUserToRBACGroup(input: {{ userId: \"{user}\", groupId: \"{group}\" }}) {{ roles {{ list {{ name }} }} permissions {{ list {{ name }} }} users {{ totalCount }} }} }}"
    ));
    assert_eq!(
        whole,
        json!({ "roles": { "list": [{ "name": "reader" }] }, "permissions": { "list": [{ "name": "read" }] }, "users": { "totalCount": 1 } })
    );
    let mine = |list: &str| {
        client.data(Some(&token), &format!("{{ {list}(_id: \"{user}\") {{ rawList totalCount }} }}"), Value::Null)
    };
    assert_eq!(mine("userPermissionList"), json!({ "rawList": ["read"], "totalCount": 1 }));
    assert_eq!(mine("userRoleList")["rawList"], json!(["reader"]));
    assert_eq!(mine("userGroupList")["rawList"], json!(["library"]));
}
