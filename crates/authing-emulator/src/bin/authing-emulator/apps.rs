//! The applications on the command line: `--app`, and the options that belong to the application before them.

use authing_emulator::{IdTokenAlgorithm, NewApp, defaults};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

const APP: &str = "app";
const REDIRECT_URI: &str = "redirect-uri";
const POST_LOGOUT_REDIRECT_URI: &str = "post-logout-redirect-uri";
const ID_TOKEN_ALG: &str = "id-token-alg";

/// The applications in the order of the command line. Written by hand, because a derived parser loses that order.
pub(crate) struct AppOptions {
    apps: Vec<NewApp>,
}

impl AppOptions {
    pub(crate) fn into_apps(self) -> Vec<NewApp> {
        self.apps
    }
}

impl Args for AppOptions {
    fn augment_args(command: Command) -> Command {
        let option = |name: &'static str, value: &'static str, help: String| {
            Arg::new(name).long(name).value_name(value).help(help).action(ArgAction::Append)
        };
        let app = format!(
            "An application of today's service, a public client without SECRET (may be given several times) [default: {}:{}]",
            defaults::APP_ID,
            defaults::APP_SECRET
        );
        let belongs = "of the --app before it (may be given several times)";
        command
            .arg(option(APP, "ID[:SECRET]", app))
            .arg(option(
                REDIRECT_URI,
                "URI",
                format!("A redirect URI {belongs}; a loopback port may be * [default: any page of the loopback]"),
            ))
            .arg(option(POST_LOGOUT_REDIRECT_URI, "URI", format!("A URL to redirect to after the logout, {belongs}")))
            .arg(
                option(ID_TOKEN_ALG, "ALG", "RS256 or HS256, of the --app before it".into())
                    .value_parser(["RS256", "HS256"]),
            )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for AppOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut apps: Vec<(usize, NewApp)> = given(matches, APP).map(|(at, app)| (at, parse(app))).collect();
        let belonging = [REDIRECT_URI, POST_LOGOUT_REDIRECT_URI, ID_TOKEN_ALG];
        if apps.is_empty() && belonging.iter().any(|name| matches.contains_id(name)) {
            // Of the default application, which then has these alone.
            apps.push((0, NewApp::new(defaults::APP_ID, defaults::APP_SECRET)));
        }
        for (at, uri) in given(matches, REDIRECT_URI) {
            owner(&mut apps, at)?.redirect_uris.push(uri.clone());
        }
        for (at, uri) in given(matches, POST_LOGOUT_REDIRECT_URI) {
            owner(&mut apps, at)?.post_logout_redirect_uris.push(uri.clone());
        }
        for (at, alg) in given(matches, ID_TOKEN_ALG) {
            owner(&mut apps, at)?.id_token_signed_response_alg = algorithm(alg);
        }
        Ok(Self { apps: apps.into_iter().map(|(_, app)| with_default_redirects(app)).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Any page of the loopback, if the command line registers none.
fn with_default_redirects(app: NewApp) -> NewApp {
    if !app.redirect_uris.is_empty() {
        return app;
    }
    defaults::APP_REDIRECT_URIS.iter().fold(app, |app, uri| app.with_redirect_uri(*uri))
}

/// The values of an option, with their places on the command line.
fn given<'a>(matches: &'a ArgMatches, name: &str) -> impl Iterator<Item = (usize, &'a String)> {
    matches.indices_of(name).into_iter().flatten().zip(matches.get_many::<String>(name).into_iter().flatten())
}

/// `ID`, `ID:` or `ID:SECRET`.
fn parse(app: &str) -> NewApp {
    match app.split_once(':') {
        Some((id, secret)) if !secret.is_empty() => NewApp::new(id, secret),
        Some((id, _)) => NewApp::public(id),
        None => NewApp::public(app),
    }
}

fn algorithm(name: &str) -> IdTokenAlgorithm {
    if name == "HS256" { IdTokenAlgorithm::Hs256 } else { IdTokenAlgorithm::Rs256 }
}

/// The application before a place on the command line; the first, if there is none.
fn owner(apps: &mut [(usize, NewApp)], at: usize) -> Result<&mut NewApp, clap::Error> {
    let position = apps.iter().rposition(|(app, _)| *app < at).unwrap_or(0);
    let app = apps.get_mut(position).map(|(_, app)| app);
    app.ok_or_else(|| clap::Error::raw(ErrorKind::MissingRequiredArgument, "name the application with --app"))
}
