//! Logging in without a redirect: the tokens, and the QR code.

use authing_core::Error;
use authing_core::qr::QrEvent;
use authing_core::v3::{QrCodeKind, SignIn};
use serde_json::json;

use super::{application, config, done};
use crate::support::{NOW, SEED, ScriptedService};

#[test]
fn expiry_is_read_under_both_spellings() {
    for name in ["expires_in", "expire_in"] {
        let answer = done(&json!({ "access_token": "t", "token_type": "Bearer", name: 7200 }));
        let service = ScriptedService::scripted([answer]);
        let tokens = application(&service).sign_in(SignIn::email("b@c.d", "password")).unwrap();
        assert_eq!(tokens.expires_at().map(authing_core::Timestamp::as_secs), Some(NOW.as_secs() + 7200), "{name}");
    }
}

#[test]
fn secret_stands_where_the_application_is_configured_to_have_it() {
    use authing_core::application::ClientAuthentication::{None, SecretBasic, SecretPost};
    let sent = |authentication| {
        let service = ScriptedService::answering(|_| done(&json!({ "access_token": "t" })));
        let config = config().with_secret("s").with_client_authentication(authentication).unwrap();
        let client = authing_core::AuthenticationClient::from_parts(config, service.clone(), &SEED);
        client.sign_in(SignIn::email("b@c.d", "password")).unwrap();
        let sent = service.sent().remove(0);
        (sent.text().contains("client_secret"), sent.authorization.is_some())
    };
    assert_eq!((sent(SecretPost), sent(SecretBasic), sent(None)), ((true, false), (false, true), (false, false)));
}

#[test]
fn malformed_id_token_is_an_error() {
    let answer = done(&json!({ "access_token": "t", "id_token": "a.b.c" }));
    let error = application(&ScriptedService::scripted([answer])).sign_in(SignIn::email("b@c.d", "password"));
    assert!(matches!(error, Err(Error::Authentication(_))), "{error:?}");
}

fn status(status: &str, ticket: Option<&str>) -> crate::support::Answer {
    done(&json!({ "status": status, "ticket": ticket, "briefUserInfo": { "displayName": "Bob" } }))
}

#[test]
fn qr_code_is_watched_at_its_pace_and_exchanged() {
    let code = done(&json!({ "qrcodeId": "q", "url": "https://x/q" }));
    let tokens = done(&json!({ "access_token": "t" }));
    let steps = [status("PENDING", None), status("SCANNED", None), status("AUTHORIZED", Some("ticket"))];
    let service = ScriptedService::scripted(std::iter::once(code).chain(steps).chain([tokens]));
    let mut news = Vec::new();
    let tokens = application(&service).sign_in_by_qr_code(QrCodeKind::MobileApp, |event| news.push(event)).unwrap();
    assert_eq!(tokens.access_token().expose(), "t");
    assert!(matches!(&news[..], [QrEvent::Created(_), QrEvent::Scanned(_), QrEvent::Confirmed]), "{news:?}");
    assert_eq!((service.waits().len(), service.sent().len()), (3, 5));
    assert_eq!(service.sent()[4].text(), r#"{"ticket":"ticket"}"#);
}

#[test]
fn qr_code_ends_when_the_user_cancels_or_its_time_is_up() {
    let code = || done(&json!({ "qrcodeId": "q", "url": "https://x/q" }));
    let ends = |last: &str| {
        let service = ScriptedService::scripted([code(), status(last, None)]);
        application(&service).sign_in_by_qr_code(QrCodeKind::MobileApp, drop).unwrap_err()
    };
    assert!(matches!(ends("CANCELLED"), Error::Declined(_)));
    assert!(matches!(ends("EXPIRED"), Error::TimedOut(_)));
    assert!(matches!(ends("ERROR"), Error::TimedOut(_)));
}
