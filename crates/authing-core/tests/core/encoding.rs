//! An argument of a caller is sent unchanged, or is rejected before a request is sent.

use authing_core::account::{ChangePassword, Register, Update, Upload};
use authing_core::flow::{Flow as _, Step};
use authing_core::login::{Login, SendSmsCode};
use authing_core::management::{ListUsers, SearchUsers};
use authing_core::metadata::SetMetadata;
use authing_core::oidc::{AppCredentials, GetUserInfo, PasswordGrant};
use authing_core::types::Page;
use authing_core::{Body, Call, Error, Operation, Password, UploadFile};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use serde_json::Value;
use std::ops::ControlFlow::Continue;

use crate::support::{NOW, Scenario, Sent, USER, rendered, tries};

fn from(body: &[u8]) -> Value {
    serde_json::from_slice(body).unwrap()
}

/// The request of an operation.
pub(crate) fn sent<O: Operation>(operation: O) -> Result<Sent, Error> {
    let context = Scenario::new().secret("s").owner_holds("token").context_for::<O>();
    let mut call = Call::new(&context, operation);
    match call.poll(NOW)? {
        Continue(Step::Send(request)) => Ok(Sent::of(&request, NOW)),
        _ => panic!("{} begins with a request", O::NAME),
    }
}

proptest! {
    #![proptest_config(tries(256))]

    #[test]
    fn text_of_the_caller_is_sent_unchanged(key in "\\PC{1,20}", value in any::<String>(), email in any::<String>()) {
        let set = SetMetadata { user: USER.into(), key: key.clone(), value: value.clone() };
        if let Ok(sent) = sent(set.clone()) {
            let input = &from(&sent.body)["variables"]["input"];
            prop_assert_eq!((input["key"].as_str(), input["value"].as_str()), (Some(&*key), Some(&*value)));
            prop_assert_eq!((&set.key, &set.value), (&key, &value));
        } else {
            prop_assert!(key.trim().is_empty());
        }
        let grant = PasswordGrant::email(AppCredentials::new("app", "secret"), email.as_str(), value.as_str());
        if let Ok(sent) = sent(grant) {
            let form: Vec<(String, String)> = form_urlencoded::parse(&sent.body).into_owned().collect();
            prop_assert!(form.contains(&("email".to_owned(), email.clone())));
            prop_assert!(form.contains(&("password".to_owned(), value.clone())));
        } else {
            prop_assert!(email.trim().is_empty() || value.trim().is_empty());
        }
        let token = GetUserInfo { access_token: value.as_str().into() };
        prop_assert_eq!(sent(token).is_err(), value.trim().is_empty());
    }

    #[test]
    fn path_segment_is_percent_encoded(phone in any::<String>()) {
        let Ok(sent) = sent(SendSmsCode { phone: phone.as_str().into() }) else {
            prop_assert!(phone.trim().is_empty() || phone == "." || phone == "..");
            return Ok(());
        };
        let path = sent.uri.strip_prefix("https://users.authing.cn/send_smscode/").unwrap();
        let segment = path.strip_suffix("/59f86b4832eb28071bdd9214").unwrap();
        prop_assert!(!segment.contains(['/', '?', '#', '\\', ' ']), "{}", segment);
        prop_assert_eq!(percent_decode_str(segment).decode_utf8().unwrap(), phone);
    }

    #[test]
    fn an_upload_holds_what_was_given(token in any::<String>(), name in any::<String>(), bytes in any::<Vec<u8>>()) {
        let file = UploadFile::new(name, "image/png", bytes.clone());
        let upload = Upload { token: token.as_str().into(), key: None, file };
        let mut call = Call::new(&Scenario::new().context(), upload);
        let Ok(Continue(Step::Send(request))) = call.poll(NOW) else {
            prop_assert!(token.trim().is_empty());
            return Ok(());
        };
        let Body::Multipart(upload) = request.body() else { panic!() };
        prop_assert_eq!(&upload.fields[0].1, &token);
        let form = upload.to_multipart().unwrap();
        let end = [b"\r\n\r\n", &bytes[..], b"\r\n--", upload.boundary.as_bytes(), b"--\r\n"].concat();
        prop_assert!(form.ends_with(&end));
    }
}

proptest! {
    #![proptest_config(tries(100))]

    #[test]
    fn a_password_over_117_bytes_is_refused_before_anything_is_sent(password in "pw\\PC{1,200}") {
        let new = || Password::from(password.as_str());
        let results = [
            sent(Login::email("bob@example.com", new())),
            sent(Register::email("bob@example.com", new())),
            sent(Update::new(USER).with_password(new(), "old")),
            sent(Update::new(USER).with_password("new", new())),
            sent(ChangePassword { email: "a@b.c".into(), password: new(), verify_code: "1".into() }),
        ];
        for result in results {
            match result {
                Ok(sent) => {
                    prop_assert!(password.len() <= 117);
                    prop_assert!(!sent.text().contains(&serde_json::to_string(&password).unwrap()));
                }
                Err(error) => {
                    prop_assert!(password.len() > 117);
                    prop_assert!(error.to_string().contains("117 bytes"), "{error}");
                    prop_assert!(!rendered(&error).contains(&password));
                }
            }
        }
    }
}

#[test]
fn a_step_in_a_path_is_refused() {
    for phone in [".", ".."] {
        let error = sent(SendSmsCode { phone: phone.into() }).unwrap_err();
        assert_eq!(error.to_string(), "argument `phone` cannot be a part of a URL");
    }
}

#[test]
fn pages_are_counted_from_one() {
    let page = |sent: Sent| sent.json()["variables"]["page"].as_u64().unwrap();
    for number in [1, 2, 7] {
        let at = Page::new(number, 10);
        let search = SearchUsers { page: at, ..SearchUsers::in_all_fields("bob") };
        assert_eq!(page(sent(search).unwrap()), u64::from(number) - 1);
        assert_eq!(page(sent(ListUsers::new(at)).unwrap()), u64::from(number));
    }
    let search = SearchUsers { page: Page::new(0, 10), ..SearchUsers::in_all_fields("bob") };
    for result in [sent(search), sent(ListUsers::new(Page::new(0, 10)))] {
        assert_eq!(result.unwrap_err().argument(), Some("page"));
    }
}
