//! Changing the avatar: four steps, each of which may fail in its own way, and every path ends.

use authing_core::{Error, TransportErrorKind};
use authing_wxapp::{WxError, WxResponse};
use mockall::Sequence;

use crate::wx::phone::{TestHost, kind, ok, run};

#[test]
fn the_image_goes_by_its_path_and_its_address_is_told() {
    let host = TestHost::new();
    let mut order = Sequence::new();
    let client = host.client(|phone| {
        phone.expect_choose_image().once().in_sequence(&mut order).returning(|| Ok(vec!["http://tmp/a.png".into()]));
        phone.expect_request().once().in_sequence(&mut order).returning(|options| {
            assert!(options.data.unwrap().contains("qiNiuUploadToken"));
            Ok(ok(r#"{"data":{"qiNiuUploadToken":"T"}}"#))
        });
        phone.expect_upload_file().once().in_sequence(&mut order).returning(|options| {
            assert_eq!((options.file_path.as_str(), options.name.as_str()), ("http://tmp/a.png", "file"));
            assert_eq!(options.url, "https://up.qiniup.com/");
            let form = |name: &str, value: &str| (name.to_owned(), value.to_owned());
            assert_eq!(options.form_data, [form("token", "T"), form("key", "avatar/wechatapp/a.png")]);
            Ok(ok(r#"{"key":"avatar/k.png","hash":"h"}"#))
        });
        phone.expect_request().once().in_sequence(&mut order).returning(|options| {
            assert!(options.data.unwrap().contains(r#""photo":"https://usercontents.authing.cn/avatar/k.png""#));
            Ok(ok(r#"{"data":{"updateUser":{"_id":"u1","photo":"p"}}}"#))
        });
    });
    assert_eq!(run(client.change_avatar("u1")).unwrap().photo.as_deref(), Some("p"));
}

#[test]
fn cancelling_is_declined_and_nothing_is_sent() {
    for (err_msg, outcome) in [
        ("chooseImage:fail cancel", "Declined"),
        ("chooseImage:fail auth deny", "Declined"),
        ("chooseImage:fail:auth denied", "Declined"),
        ("chooseImage:fail unauthorized", "Declined"),
        ("chooseImage:fail user refused", "Declined"),
        ("chooseImage:fail system error", "Host"),
        ("", "Host"),
    ] {
        let host = TestHost::new();
        let client = host.client(|phone| {
            phone.expect_choose_image().returning(move || Err(WxError::new(err_msg)));
        });
        assert_eq!(kind(run(client.change_avatar("u1"))), outcome, "{err_msg}");
        assert_eq!(host.told(), [""; 0]);
    }
}

#[test]
fn no_image_is_the_hosts_error() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_choose_image().returning(|| Ok(vec![]));
    });
    let error = run(client.change_avatar("u1")).unwrap_err();
    assert_eq!(error.to_string(), "wx.chooseImage answered without what was asked for");
    assert_eq!(host.told(), [""; 0]);
}

#[test]
fn refused_token_ends_the_avatar_before_the_upload() {
    for (data, outcome) in [
        (r#"{"errors":[{"message":{"code":2020,"message":"未登录","data":null}}],"data":null}"#, "Service"),
        (r#"{"data":{"qiNiuUploadToken":null}}"#, "InvalidResponse"),
        ("", "InvalidResponse"),
    ] {
        let host = TestHost::new();
        let client = host.client(|phone| {
            phone.expect_request().once().returning(|_| Ok(ok(data)));
            phone.expect_upload_file().never();
        });
        assert_eq!(kind(run(client.change_avatar("u1"))), outcome, "{data}");
    }
}

#[test]
fn an_upload_without_a_key_ends_it() {
    for (answer, outcome) in [
        (ok("{}"), "InvalidResponse"),
        (ok(r#"{"key":7}"#), "InvalidResponse"),
        (ok("<html>"), "InvalidResponse"),
        (ok(""), "InvalidResponse"),
        (WxResponse { status: 401, data: r#"{"error":"bad token"}"#.into(), ..WxResponse::default() }, "Service"),
        (WxResponse { status: 502, data: String::new(), ..WxResponse::default() }, "InvalidResponse"),
        (WxResponse { status: 0, data: String::new(), ..WxResponse::default() }, "Transport"),
    ] {
        let host = TestHost::new();
        let client = host.client(|phone| {
            let answer = answer.clone();
            phone.expect_upload_file().once().returning(move |_| Ok(answer.clone()));
        });
        assert_eq!(kind(run(client.change_avatar("u1"))), outcome, "{}", answer.data);
        assert_eq!(host.told(), ["request -"], "the user is not updated");
    }
}

#[test]
fn a_failed_upload_is_a_fault_of_its_kind() {
    for (err_msg, fault_kind) in [
        ("uploadFile:fail timeout", TransportErrorKind::Timeout),
        ("uploadFile:fail file not found", TransportErrorKind::Other),
        ("uploadFile:fail connection reset", TransportErrorKind::ConnectionLost),
        ("uploadFile:fail", TransportErrorKind::Connect),
    ] {
        let host = TestHost::new();
        let client = host.client(|phone| {
            phone.expect_upload_file().once().returning(move |_| Err(WxError::new(err_msg)));
        });
        match run(client.change_avatar("u1")) {
            Err(Error::Transport(fault)) => assert_eq!(fault.kind, fault_kind, "{err_msg}"),
            other => panic!("{err_msg}: {}", kind(other)),
        }
    }
}

#[test]
fn a_refused_or_lost_update_is_an_error_too() {
    for (answer, outcome) in [
        (Ok(ok(r#"{"errors":[{"message":"no"}],"data":null}"#)), "Service"),
        (Err(WxError::new("request:fail abort")), "Transport"),
    ] {
        let host = TestHost::new();
        let client = host.client(|phone| {
            let answer = answer.clone();
            phone.expect_request().once().returning(|_| Ok(ok(r#"{"data":{"qiNiuUploadToken":"T"}}"#)));
            phone.expect_request().once().returning(move |_| answer.clone());
        });
        assert_eq!(kind(run(client.change_avatar("u1"))), outcome);
        assert_eq!(host.told(), ["upload"]);
    }
}
