//! The stand-in judges as Discord does: what is at a limit passes, what is one past it is caught, and says where.

#![allow(clippy::expect_used, reason = "a helper that cannot go on fails its test")]
#![allow(clippy::needless_pass_by_value, reason = "`json!` makes values")]

#[path = "standin/mod.rs"]
mod standin;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use standin::limits::{self, Finding};
use standin::openapi::Described;
use standin::{StandIn, payload};

const MESSAGE: &str = "POST /channels/1/messages";
/// The other ways to say something.
const OTHERS: [&str; 3] =
    ["PATCH /channels/1/messages/2", "POST /webhooks/1/t", "PATCH /webhooks/1/t/messages/@original"];
const CALLBACK: &str = "POST /interactions/1/token/callback";
const REGISTER: &str = "PUT /applications/1/commands";

fn check(route: &str, body: &Value) -> Vec<Finding> {
    let (method, path) = route.split_once(' ').expect("a route is a method and a path");
    limits::check(method, path, body)
}

/// Checks that `body(limit)` passes, and that `body(limit + 1)` has one finding, at `at`.
#[track_caller]
fn limit(route: &str, at: &str, limit: usize, body: impl Fn(usize) -> Value) {
    assert_eq!(check(route, &body(limit)), [], "at the limit of {limit}");
    expect(route, at, &body(limit + 1));
}

/// Checks that the body has one finding, at `at`.
#[track_caller]
fn expect(route: &str, at: &str, body: &Value) {
    let findings = check(route, body);
    let places: Vec<&str> = findings.iter().map(|finding| finding.at.as_str()).collect();
    assert_eq!(places, [at], "{findings:#?}");
}

/// A text of so many characters, each of more than one byte and one UTF-16 unit, which must count as one.
fn text(length: usize) -> String {
    "𝄞".repeat(length)
}

fn words(length: usize) -> String {
    "a".repeat(length)
}

/// The object with these fields added or replaced.
fn with(mut object: Value, fields: Value) -> Value {
    for (field, value) in fields.as_object().expect("fields are an object") {
        object[field] = value.clone();
    }
    object
}

fn message(fields: Value) -> Value {
    with(json!({ "content": "hello", "allowed_mentions": { "parse": [] } }), fields)
}

fn embed(embed: Value) -> Value {
    message(json!({ "embeds": [embed] }))
}

fn row(parts: Value) -> Value {
    message(json!({ "components": [{ "type": 1, "components": parts }] }))
}

fn button(id: usize) -> Value {
    json!({ "type": 2, "style": 1, "label": "more", "custom_id": format!("button-{id}") })
}

fn select(options: usize) -> Value {
    let option = |id| json!({ "label": "one", "value": format!("value-{id}") });
    json!({ "type": 3, "custom_id": "select", "options": (0..options).map(option).collect::<Vec<_>>() })
}

fn command(fields: Value) -> Value {
    json!([with(json!({ "name": "ask", "description": "Ask" }), fields)])
}

#[test]
fn content() {
    for route in OTHERS.into_iter().chain([MESSAGE]) {
        limit(route, "/content", 2000, |n| message(json!({ "content": text(n) })));
    }
    for kind in [4, 7] {
        let callback = |n| json!({ "type": kind, "data": message(json!({ "content": text(n) })) });
        limit(CALLBACK, "/data/content", 2000, callback);
    }
    expect(MESSAGE, "", &message(json!({ "content": " " })));
}

#[test]
fn embed_parts() {
    limit(MESSAGE, "/embeds", 10, |n| message(json!({ "embeds": vec![json!({ "title": "t" }); n] })));
    limit(MESSAGE, "/embeds/0/title", 256, |n| embed(json!({ "title": text(n) })));
    limit(MESSAGE, "/embeds/0/description", 4096, |n| embed(json!({ "description": text(n) })));
    limit(MESSAGE, "/embeds/0/footer/text", 2048, |n| embed(json!({ "footer": { "text": text(n) } })));
    limit(MESSAGE, "/embeds/0/author/name", 256, |n| embed(json!({ "author": { "name": text(n) } })));
    let field = json!({ "name": "n", "value": "v" });
    limit(MESSAGE, "/embeds/0/fields", 25, |n| embed(json!({ "fields": vec![field.clone(); n] })));
    for (part, most) in [("name", 256), ("value", 1024)] {
        let fields = |n| json!([with(field.clone(), json!({ part: text(n) }))]);
        limit(MESSAGE, &format!("/embeds/0/fields/0/{part}"), most, |n| {
            embed(json!({ "fields": fields(n) }))
        });
    }
    expect(MESSAGE, "/embeds/0/fields/0/name", &embed(json!({ "fields": [{ "name": "", "value": "v" }] })));
}

#[test]
fn embed_sum_counts_every_part_of_every_embed() {
    let embeds = |n: usize| {
        let first = json!({
            "title": text(100), "description": text(3000), "footer": { "text": text(400) },
            "author": { "name": text(200) }, "fields": [{ "name": text(100), "value": text(200) }],
        });
        message(json!({ "embeds": [first, { "description": text(n - 4000) }] }))
    };
    limit(MESSAGE, "/embeds", 6000, embeds);
}

#[test]
fn components() {
    let rows = |n| (0..n).map(|id| json!({ "type": 1, "components": [button(id)] })).collect::<Vec<_>>();
    limit(MESSAGE, "/components", 5, |n| message(json!({ "components": rows(n) })));
    limit(MESSAGE, "/components/0/components", 5, |n| row((0..n).map(button).collect()));
    let at = "/components/0/components/0";
    limit(MESSAGE, &format!("{at}/label"), 80, |n| {
        row(json!([{ "type": 2, "style": 1, "label": text(n), "custom_id": "a" }]))
    });
    limit(MESSAGE, &format!("{at}/custom_id"), 100, |n| {
        row(json!([{ "type": 2, "style": 1, "label": "a", "custom_id": text(n) }]))
    });
    let link = |n| row(json!([{ "type": 2, "style": 5, "label": "a", "url": words(n) }]));
    limit(MESSAGE, &format!("{at}/url"), 512, link);
    limit(MESSAGE, &format!("{at}/options"), 25, |n| row(json!([select(n)])));
    let placeholder = |n| row(json!([with(select(1), json!({ "placeholder": text(n) }))]));
    limit(MESSAGE, &format!("{at}/placeholder"), 150, placeholder);
    for field in ["label", "value", "description"] {
        let option = |n| with(json!({ "label": "l", "value": "v" }), json!({ field: text(n) }));
        let options = |n| row(json!([with(select(1), json!({ "options": [option(n)] }))]));
        limit(MESSAGE, &format!("{at}/options/0/{field}"), 100, options);
    }
    expect(MESSAGE, "/components/0/components/1/custom_id", &row(json!([button(1), button(1)])));
    expect(MESSAGE, "/components/0/components", &row(json!([select(1), button(1)])));
    expect(MESSAGE, "/components/0/components", &row(json!([])));
    expect(MESSAGE, at, &row(json!([{ "type": 2, "style": 1, "custom_id": "a" }])));
    expect(MESSAGE, &format!("{at}/custom_id"), &row(json!([{ "type": 2, "style": 1, "label": "a" }])));
}

#[test]
fn suggestions() {
    let list = |choices: Value| json!({ "type": 8, "data": { "choices": choices } });
    limit(CALLBACK, "/data/choices", 25, |n| list(json!(vec![json!({ "name": "n", "value": "v" }); n])));
    limit(CALLBACK, "/data/choices/0/name", 100, |n| list(json!([{ "name": text(n), "value": "v" }])));
    limit(CALLBACK, "/data/choices/0/value", 100, |n| list(json!([{ "name": "n", "value": text(n) }])));
    for blank in ["", "  "] {
        expect(CALLBACK, "/data/choices/0/name", &list(json!([{ "name": blank, "value": "v" }])));
    }
}

#[test]
fn modals() {
    let modal = |rows: Vec<Value>| json!({ "type": 9, "data": { "custom_id": "m", "title": "t", "components": rows } });
    let row = |id: usize, fields: Value| {
        let input = json!({ "type": 4, "style": 1, "custom_id": format!("input-{id}"), "label": "l" });
        json!({ "type": 1, "components": [with(input, fields)] })
    };
    let titled = |n: usize| {
        let data = modal(vec![row(0, json!({}))])["data"].clone();
        json!({ "type": 9, "data": with(data, json!({ "title": text(n) })) })
    };
    limit(CALLBACK, "/data/title", 45, titled);
    expect(CALLBACK, "/data/title", &titled(0));
    limit(CALLBACK, "/data/components", 5, |n| modal((0..n).map(|id| row(id, json!({}))).collect()));
    expect(CALLBACK, "/data/components", &modal(Vec::new()));
    for (field, most) in [("label", 45), ("custom_id", 100), ("placeholder", 100), ("value", 4000)] {
        let at = format!("/data/components/0/components/0/{field}");
        limit(CALLBACK, &at, most, |n| modal(vec![row(0, json!({ field: text(n) }))]));
    }
}

#[test]
fn commands() {
    limit(REGISTER, "/0/name", 32, |n| command(json!({ "name": words(n) })));
    limit(REGISTER, "/0/description", 100, |n| command(json!({ "description": text(n) })));
    for name in ["Ask", "two words", "ask!"] {
        expect(REGISTER, "/0/name", &command(json!({ "name": name })));
    }
    expect(REGISTER, "/0/description", &command(json!({ "description": "" })));
    let option = |n: usize| json!({ "type": 3, "name": format!("option-{n}"), "description": "d" });
    let options = |n| command(json!({ "options": (0..n).map(option).collect::<Vec<_>>() }));
    limit(REGISTER, "/0/options", 25, options);
    let only = |fields: Value| command(json!({ "options": [with(option(0), fields)] }));
    limit(REGISTER, "/0/options/0/name", 32, |n| only(json!({ "name": words(n) })));
    limit(REGISTER, "/0/options/0/description", 100, |n| only(json!({ "description": text(n) })));
    for (at, localised) in [
        ("/0/name_localizations", json!({ "xx": "fragen" })),
        ("/0/name_localizations/de", json!({ "de": "Fragen" })),
        ("/0/name_localizations/de", json!({ "de": words(33) })),
        ("/0/name_localizations/hi", json!({ "hi": "" })),
    ] {
        expect(REGISTER, at, &command(json!({ "name_localizations": localised })));
    }
    limit(REGISTER, "/0/name_localizations/hi", 32, |n| {
        command(
            json!({ "name_localizations": { "hi": "\u{92A}\u{942}".chars().cycle().take(n).collect::<String>() } }),
        )
    });
    limit(REGISTER, "/0/options/0/description_localizations/tr", 100, |n| {
        only(json!({ "description_localizations": { "tr": text(n) } }))
    });
    let choice = json!({ "name": "n", "value": "v" });
    limit(REGISTER, "/0/options/0/choices", 25, |n| only(json!({ "choices": vec![choice.clone(); n] })));
    let late = json!([option(0), { "type": 3, "name": "late", "description": "d", "required": true }]);
    expect(REGISTER, "/0/options/1/required", &command(json!({ "options": late })));
    limit(REGISTER, "", 100, |n| {
        (0..n).map(|id| json!({ "name": format!("c{id}"), "description": "d" })).collect()
    });
    for kind in [2, 3] {
        let named = |n: usize| (0..n).map(|id| json!({ "name": format!("Do {id}"), "type": kind })).collect();
        limit(REGISTER, "", 15, named);
    }
}

#[test]
fn command_sum_counts_every_text() {
    let choice = |name: usize| json!({ "name": words(name), "value": words(100) });
    let option = |name: &str, choices: Vec<Value>| json!({ "type": 3, "name": name, "description": "d", "choices": choices });
    limit(REGISTER, "/0", 8000, |n| {
        // 6 characters in name and description, 2 + 25 * 200 in the first option, 2 + 14 * 200 + 100 in the second.
        let mut choices = vec![choice(100); 14];
        choices.push(choice(n - 6 - 5002 - 2902));
        command(json!({ "options": [option("o", vec![choice(100); 25]), option("p", choices)] }))
    });
}

#[test]
fn mentions_stay_empty() {
    let allow = |allowed: Value| message(json!({ "allowed_mentions": allowed }));
    assert_eq!(check(MESSAGE, &allow(json!({ "parse": [], "users": [], "roles": [] }))), []);
    assert_eq!(check(MESSAGE, &allow(json!({ "parse": [], "replied_user": false }))), []);
    let at = "/allowed_mentions";
    let pinging = [json!({ "parse": ["users"] }), json!({ "parse": [], "users": ["1"] })];
    for allowed in pinging.into_iter().chain([Value::Null, json!({})]) {
        expect(MESSAGE, at, &allow(allowed));
    }
    expect(MESSAGE, "/allowed_mentions/replied_user", &allow(json!({ "parse": [], "replied_user": true })));
    for route in OTHERS {
        expect(route, at, &json!({ "content": "hello" }));
    }
    for kind in [4, 7] {
        expect(CALLBACK, "/data/allowed_mentions", &json!({ "type": kind, "data": { "content": "hello" } }));
    }
    // Nothing is said yet, so nobody can be pinged.
    for kind in [5, 6] {
        assert_eq!(check(CALLBACK, &json!({ "type": kind })), []);
    }
    assert!(check(MESSAGE, &json!({ "content": "hello" })).iter().all(|finding| finding.house_rule));
}

#[test]
fn a_form_is_judged_by_its_payload() {
    let form = "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{\"content\":\"x\"}\r\n--b\r\n\
                Content-Disposition: form-data; name=\"files[0]\"; filename=\"a.txt\"\r\n\r\nabc\r\n--b--\r\n";
    let parsed = payload::parse("multipart/form-data; boundary=b", form.as_bytes());
    assert_eq!(parsed, Ok((json!({ "content": "x" }), vec![("a.txt".to_owned(), b"abc".to_vec())])));
    assert!(payload::parse("application/json", b"{").is_err(), "half a body is not JSON");
}

#[test]
fn a_description_judges_by_route() {
    let edit = json!({ "properties": {
        "text": { "type": "string", "maxLength": 3 }, "default_member_permissions": { "type": "integer" },
    } });
    let schema = json!({ "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Edit" }] });
    let body = json!({ "requestBody": { "content": { "application/json": { "schema": schema } } } });
    let text = json!({ "components": { "schemas": { "Edit": edit } }, "paths": {
        "/webhooks/{a}/{b}/messages/{message_id}": { "patch": {} },
        "/webhooks/{a}/{b}/messages/@original": { "patch": body },
    } });
    let described = Described::parse(&text.to_string()).expect("a description with paths");
    let path = "/webhooks/1/t/messages/@original";
    let fine = json!({ "text": "abc", "default_member_permissions": "32" });
    assert_eq!(described.check("PATCH", path, &fine), Vec::<String>::new());
    let problems = described.check("PATCH", path, &json!({ "text": "abcd" }));
    assert!(problems.len() == 1 && problems[0].contains("/text"), "{problems:?}");
    assert_eq!(described.check("GET", "/x", &Value::Null), ["expected a described route, got GET /x"]);
}

#[tokio::test]
async fn a_violation_is_refused_and_reported_with_its_request() {
    let standin = StandIn::start().await;
    let body = message(json!({ "content": text(2001) })).to_string();
    let (channel, token, length) = (standin.world().channel, standin.token(), body.len());
    let head = format!(
        "POST /api/v10/channels/{channel}/messages HTTP/1.1\r\nHost: stand-in\r\nConnection: close\r\n\
         Authorization: Bot {token}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    let address = standin.url().replace("http://", "");
    let mut connection = TcpStream::connect(address).await.expect("it listens");
    connection.write_all((head + &body).as_bytes()).await.expect("it reads");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("50035"), "{answer}");
    let violations = standin.take_violations();
    assert_eq!(violations.len(), 1, "{violations:#?}");
    let expected = "at /content: expected 0 to 2000 characters, got 2001";
    assert!(violations[0].contains("POST /channels/") && violations[0].contains(expected), "{violations:#?}");
}
