//! The administrator's token, its pool, throttling, pages, batches, and calls by name.

use authing_core::types::Page;
use authing_core::v3::management::{
    GetUser, GetUserAuthorizedResources, ListGroups, ListUsers, MAX_BATCH, ManagementCall, UpdateRole,
};
use authing_core::v3::types::{Effect, User, UserIdType, UserIdentifiers};
use authing_core::{Error, ErrorCode};
use serde_json::{Value, json};

use super::{administrator, done, refused};
use crate::support::answers::json_body;
use crate::support::{Answer, ScriptedService, Sent, USER};

/// A token whose `scoped_userpool_id` is `pool-1`: `{"scoped_userpool_id": "pool-1"}`.
const TOKEN: &str = "e30.eyJzY29wZWRfdXNlcnBvb2xfaWQiOiAicG9vbC0xIn0.s";

fn token() -> Answer {
    done(&json!({ "access_token": TOKEN, "expires_in": 7200 }))
}

fn user(id: &str) -> Value {
    json!({ "userId": id })
}

fn uris(service: &ScriptedService) -> Vec<String> {
    let path = |sent: &Sent| sent.uri.trim_start_matches(super::HOST).to_owned();
    service.sent().iter().map(path).collect()
}

#[test]
fn token_is_fetched_once_and_names_its_pool() {
    let service = ScriptedService::scripted([token(), done(&user(USER)), done(&user(USER))]);
    let client = administrator(&service);
    client.user(USER).unwrap();
    client.clone().user(USER).unwrap();
    let sent = service.sent();
    assert_eq!(sent[0].text(), r#"{"accessKeyId":"pool","accessKeySecret":"secret"}"#);
    assert_eq!(sent[0].authorization, None);
    assert_eq!(uris(&service)[1], format!("/api/v3/get-user?userId={USER}&userIdType=user_id"));
    for sent in &sent[1..] {
        assert_eq!(sent.authorization.as_deref(), Some(&*format!("Bearer {TOKEN}")));
        assert_eq!(sent.header("x-authing-userpool-id"), Some("pool-1"));
        assert_eq!(sent.header("x-authing-lang"), Some("zh-CN"));
    }
}

#[test]
fn flat_custom_data_are_other_fields() {
    let flat = json!({ "userId": USER, "username": "bob", "school": "pku" });
    let group = json!({ "code": "g", "name": "G", "floor": 3 });
    let groups = done(&json!({ "totalCount": 1, "list": [group] }));
    let service = ScriptedService::scripted([token(), done(&flat), groups]);
    let client = administrator(&service);
    let get = GetUser { with_custom_data: Some(true), flat_custom_data: Some(true), ..GetUser::new(USER) };
    let user = client.call(get).unwrap();
    assert_eq!((user.username.as_deref(), user.other_fields.get("school")), (Some("bob"), Some(&json!("pku"))));
    assert!(!format!("{user:?}").contains("pku"), "`Debug` shows names only");
    let list = ListGroups { with_custom_data: Some(true), flat_custom_data: Some(true), ..ListGroups::default() };
    assert_eq!(client.call(list).unwrap().list[0].other_fields.get("floor"), Some(&json!(3)));
}

#[test]
fn administrator_reads_the_time_of_a_login() {
    let login = json!({ "appId": "app", "clientIp": "192.0.2.1", "time": "2026-01-02T03:04:05.000Z" });
    let logins = done(&json!({ "totalCount": 1, "list": [login] }));
    let service = ScriptedService::scripted([token(), logins]);
    let read = administrator(&service).user_login_history(USER).unwrap();
    assert_eq!(read.list[0].login_at.as_deref(), Some("2026-01-02T03:04:05.000Z"));
}

#[test]
fn forbidden_resource_is_told_from_a_permitted_one() {
    let resource = |effect| json!({ "resourceCode": "order", "actions": ["order:read"], "effect": effect });
    let forbidden = json!({ "resourceCode": "bill", "effect": "DENY", "condition": [{ "param": "ip" }] });
    let list = json!([resource("ALLOW"), forbidden]);
    let service = ScriptedService::scripted([token(), done(&json!({ "totalCount": 2, "list": list }))]);
    let read = administrator(&service).call(GetUserAuthorizedResources::new(USER)).unwrap();
    let effects: Vec<_> = read.list.iter().map(|resource| resource.effect.clone()).collect();
    assert_eq!(effects, [Some(Effect::Allow), Some(Effect::Deny)]);
    assert_eq!(read.list[1].condition.as_ref().map(Vec::len), Some(1));
}

#[test]
fn rejected_token_is_fetched_again_once() {
    let rejected = || json_body(&json!({ "statusCode": 401, "message": "unauthorized" }));
    let other = done(&json!({ "access_token": "other", "expires_in": 7200 }));
    let service = ScriptedService::scripted([token(), rejected(), other, rejected()]);
    assert!(administrator(&service).user(USER).unwrap_err().needs_login());
    assert_eq!(service.sent().len(), 4);
}

#[test]
fn wrong_access_key_is_an_error_of_the_service() {
    let service = ScriptedService::scripted([refused(403, 1300)]);
    let error = administrator(&service).user(USER).unwrap_err();
    assert_eq!(error.code(), Some(authing_core::ErrorCode::WRONG_SIGNATURE));
}

#[test]
fn throttled_write_is_made_again_after_a_wait() {
    let service = ScriptedService::scripted([token(), refused(429, 0), done(&json!({ "success": true }))]);
    administrator(&service).kick_users(USER, ["app"]).unwrap();
    assert_eq!((service.sent().len(), service.waits().len()), (3, 1));
    let failed = || json_body(&json!({ "statusCode": 503 }));
    let service = ScriptedService::scripted([token(), failed()]);
    assert!(administrator(&service).kick_users(USER, ["app"]).is_err(), "it may have been done");
    assert_eq!(service.sent().len(), 2);
}

#[test]
fn pages_of_fifty_come_one_after_the_other() {
    let page = |ids: std::ops::Range<usize>| {
        let list: Vec<_> = ids.map(|id| user(&format!("u{id}"))).collect();
        done(&json!({ "totalCount": 70, "list": list }))
    };
    let service = ScriptedService::scripted([token(), page(0..50), page(50..70)]);
    let users: Result<Vec<_>, Error> = administrator(&service).all(ListUsers::default()).collect();
    assert_eq!(users.unwrap().len(), 70);
    assert!(service.sent()[2].text().contains(r#""pagination":{"page":2,"limit":50}"#));
    let error = administrator(&ScriptedService::silent()).list_users(Page::new(1, 51)).unwrap_err();
    assert_eq!(error.to_string(), "argument `page` is numbered from 1 and has 1 to 50 entries");
}

#[test]
fn batches_are_cut_to_their_limit() {
    let ids: Vec<_> = (0..120).map(|id| format!("u{id}")).collect();
    let answer = || done(&json!([user("x"), user("y")]));
    let service = ScriptedService::scripted([token(), answer(), answer(), answer()]);
    let users = administrator(&service).user_batch(&ids[..]).unwrap();
    assert_eq!(users.len(), 6);
    let counts: Vec<_> = uris(&service)[1..].iter().map(|uri| uri.matches("userIds%5B%5D=").count()).collect();
    assert_eq!(counts, [MAX_BATCH, MAX_BATCH, 20]);
    let no_users = UserIdentifiers::new(UserIdType::Email, Vec::<String>::new());
    assert!(administrator(&ScriptedService::silent()).user_batch(no_users).is_err(), "nothing is sent");
}

#[test]
fn role_is_changed_by_its_code() {
    let service = ScriptedService::scripted([token(), done(&json!({ "success": true }))]);
    let update = UpdateRole { status: Some("DISABLE".into()), ..UpdateRole::new("admin", "boss", "Boss") };
    administrator(&service).update_role(update).unwrap();
    assert_eq!(uris(&service)[1], "/api/v3/update-role");
    let sent = service.sent()[1].json();
    assert_eq!(sent, json!({ "code": "admin", "newCode": "boss", "name": "Boss", "status": "DISABLE" }));
}

#[test]
fn interrupted_batch_says_what_was_done() {
    let ids: Vec<_> = (0..170).map(|id| format!("u{id}")).collect();
    let answer = |id: &str| done(&json!([user(id)]));
    let service = ScriptedService::scripted([token(), answer("a"), answer("b"), refused(403, 2031)]);
    let error = administrator(&service).user_batch(&ids[..]).unwrap_err();
    let Error::Incomplete(batch) = &error else { panic!("{error:?}") };
    assert_eq!((batch.done, batch.failed, batch.unsent), (100, 50, 20));
    let users = batch.response::<Vec<User>>().unwrap();
    assert_eq!(users.iter().map(|user| user.user_id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(
        (error.code(), error.status(), error.operation()),
        (Some(ErrorCode(2031)), Some(200), Some("getUserBatch"))
    );
    assert!(error.to_string().ends_with("; of the batch 100 were done before, 50 failed, 20 were not sent"), "{error}");
}

#[test]
fn interrupted_batch_is_not_to_be_sent_again() {
    let ids: Vec<_> = (0..60).map(|id| format!("u{id}")).collect();
    let done = || done(&json!({ "success": true }));
    let service = ScriptedService::scripted([token(), done(), refused(503, 0)]);
    let error = administrator(&service).delete_users_batch(&ids[..]).unwrap_err();
    let Error::Incomplete(batch) = &error else { panic!("{error:?}") };
    assert!(batch.error.is_retryable() && !error.is_retryable());
}

#[test]
fn batch_whose_first_call_fails_is_its_error() {
    let ids: Vec<_> = (0..60).map(|id| format!("u{id}")).collect();
    let service = ScriptedService::scripted([token(), refused(403, 0)]);
    let error = administrator(&service).user_batch(&ids[..]).unwrap_err();
    assert!(matches!(error, Error::Service(_)), "{error:?}");
    assert_eq!(service.sent().len(), 2, "nothing else is sent");
}

#[test]
fn call_by_name_needs_the_arguments_of_its_path() {
    let service = ScriptedService::scripted([token()]);
    let client = administrator(&service);
    for arguments in [Value::Null, json!({}), json!({ "id": "" }), json!({ "id": ".." }), json!({ "name": "a" })] {
        let error = client.call_raw("deleteById", arguments.clone()).unwrap_err();
        assert_eq!(error.to_string(), "argument `id` cannot be a part of a URL", "{arguments}");
    }
    assert!(service.sent().iter().all(|sent| sent.uri.ends_with("get-management-token")));
}

#[test]
fn call_by_name_leaves_null_out_of_a_query() {
    let service = ScriptedService::scripted([token(), done(&json!({})), done(&json!({}))]);
    let client = administrator(&service);
    client.call_raw("listWebhooks", json!({ "page": 1, "limit": null })).unwrap();
    client.call_raw("updateWebhook", json!({ "name": null })).unwrap();
    assert_eq!(uris(&service)[1], "/api/v3/list-webhooks?page=1");
    assert_eq!(service.sent()[2].text(), r#"{"name":null}"#);
}

#[test]
fn any_call_is_made_by_its_name() {
    let service = ScriptedService::scripted([token(), done(&json!({ "list": [] })), done(&json!({}))]);
    let client = administrator(&service);
    // In the order in which a map has them, with and without the feature `preserve_order` of `serde_json`.
    client.call_raw("listWebhooks", json!({ "limit": 10, "page": 1 })).unwrap();
    client.call_raw("deleteById", json!({ "id": "a/b" })).unwrap();
    let sent = service.sent();
    assert_eq!((sent[1].method.as_str(), &*uris(&service)[1]), ("GET", "/api/v3/list-webhooks?limit=10&page=1"));
    assert_eq!((sent[2].method.as_str(), &*uris(&service)[2]), ("DELETE", "/api/v3/ip-list/a%2Fb"));
    let error = client.call_raw("listWebhook", Value::Null).unwrap_err();
    assert_eq!(error.to_string(), "argument `call` `listWebhook` is not one of the management API");
    assert_eq!((ManagementCall::all().count(), service.sent().len()), (497, 3));
}
