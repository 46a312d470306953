//! The REST side: records each request, judges its body, carries it out or fails it as the test has scripted.

use std::sync::Arc;
use std::time::Instant;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::Response;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName};
use serde_json::Value;

use super::faults::Failure;
use super::limits;
use super::openapi;
use super::payload;
use super::record::Request;
use super::recording;
use super::reply::{self, Reply};
use super::state::{Shared, State as Memory};
use super::wire::Line;

/// The version of the interface that the bot has to speak.
const PREFIX: &str = "/api/v10";

/// Answers one HTTP request.
pub(super) async fn answer(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: axum::extract::Request,
) -> Response<Body> {
    let (head, body) = request.into_parts();
    let path = head.uri.path();
    let below = path.strip_prefix(PREFIX).map(str::to_owned);
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let parsed = payload::parse(&header(&head.headers, &CONTENT_TYPE), &bytes);
    let (reply, failure, releases) = shared.change(|state| {
        let (body, files) = parsed.unwrap_or_else(|problem| {
            state.violations.push(format!("{} {path}: {problem}", head.method));
            (Value::Null, Vec::new())
        });
        if below.is_none() {
            state.violations.push(format!("{} {path}: expected a path below {PREFIX}", head.method));
        }
        let request = Request {
            number: state.requests.len(),
            at: Instant::now(),
            method: head.method.to_string(),
            path: below.unwrap_or_else(|| path.to_owned()),
            query: head.uri.query().unwrap_or_default().to_owned(),
            authorization: header(&head.headers, &AUTHORIZATION),
            body,
            files,
            taken: false,
        };
        state.requests.push(request.clone());
        let (reply, failure) = carry_out(&shared, state, &request);
        (reply, failure, state.releases)
    });
    match failure {
        Some(Failure::Delay(time)) => tokio::time::sleep(time).await,
        Some(Failure::Hold) => shared.until(|state| state.releases > releases).await,
        Some(Failure::Drop | Failure::Swallow) => line.cut(),
        _ => {}
    }
    reply.into_response()
}

/// Judges a request, and carries it out unless the test or a broken limit says otherwise.
fn carry_out(shared: &Shared, state: &mut Memory, request: &Request) -> (Reply, Option<Failure>) {
    let findings = limits::check(&request.method, &request.path, &request.body);
    let mut refused = Vec::new();
    for finding in &findings {
        state.violations.push(format!("{request}\n    at {finding}"));
        if !finding.house_rule {
            refused.push(finding.to_string());
        }
    }
    if let Some(described) = openapi::described() {
        for problem in described.check(&request.method, &request.path, &request.body) {
            state.violations.push(format!("{request}\n    by the OpenAPI description: {problem}"));
        }
    }
    let scripted = state.failures.iter().position(|(matches, _)| matches(request));
    let failure = scripted.map(|position| state.failures.remove(position).1);
    if let (Some(Failure::Swallow), Some(id)) = (&failure, interaction_of(request)) {
        state.swallowed.insert(id);
    }
    if failure.is_none() && refused.is_empty() {
        recording::keep(state, request);
    }
    let reply = match &failure {
        Some(
            failure @ (Failure::Status(..)
            | Failure::RateLimited(_)
            | Failure::RateLimitedGlobally(_)
            | Failure::Drop),
        ) => Reply::failure(failure),
        _ if !refused.is_empty() => Reply::invalid_form_body(&refused),
        _ => reply::to(shared, state, request),
    };
    (reply, failure)
}

/// The interaction that a request responds to.
pub(super) fn interaction_of(request: &Request) -> Option<u64> {
    request.path.strip_prefix("/interactions/")?.split('/').next()?.parse().ok()
}

fn header(headers: &HeaderMap, name: &HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}
