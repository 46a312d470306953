//! Bodies: JSON, or `payload_json` out of a multipart form; and the texts of a message.

use serde_json::Value;

/// An uploaded file: its name and what is in it.
pub type Upload = (String, Vec<u8>);

/// The JSON of a body and the uploaded files.
///
/// # Errors
/// In words, when the body is neither JSON nor a form with `payload_json`.
pub fn parse(content_type: &str, bytes: &[u8]) -> Result<(Value, Vec<Upload>), String> {
    if bytes.is_empty() {
        return Ok((Value::Null, Vec::new()));
    }
    match content_type.split_once("boundary=") {
        Some((_, boundary)) if content_type.starts_with("multipart/form-data") => {
            parse_form(boundary.trim_matches('"'), bytes)
        }
        _ => Ok((parse_json(bytes)?, Vec::new())),
    }
}

fn parse_form(boundary: &str, bytes: &[u8]) -> Result<(Value, Vec<Upload>), String> {
    let (mut json, mut files) = (None, Vec::new());
    for part in split(bytes, format!("--{boundary}").as_bytes()) {
        let Some(blank) = find(part, b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&part[..blank]);
        let content = &part[blank + 4..];
        let content = content.strip_suffix(b"\r\n").unwrap_or(content);
        if let Some(name) = head.split("filename=\"").nth(1).and_then(|rest| rest.split('"').next()) {
            files.push((name.to_owned(), content.to_vec()));
        } else if head.contains("name=\"payload_json\"") {
            json = Some(parse_json(content)?);
        }
    }
    let json = json.ok_or("expected payload_json in a multipart body, got none")?;
    Ok((json, files))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn split<'a>(bytes: &'a [u8], between: &[u8]) -> Vec<&'a [u8]> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while let Some(at) = find(rest, between) {
        parts.push(&rest[..at]);
        rest = &rest[at + between.len()..];
    }
    parts.push(rest);
    parts
}

fn parse_json(bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| {
        let start: String = String::from_utf8_lossy(bytes).chars().take(100).collect();
        format!("expected JSON, got {start:?} ({error})")
    })
}

/// Every text of a message that a member reads, in the order in which Discord shows it.
pub fn texts(message: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    collect(message, &mut found);
    found.retain(|text| !text.is_empty());
    found
}

fn collect<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    const SHOWN: [&str; 9] =
        ["content", "title", "author", "name", "description", "fields", "value", "text", "label"];
    for field in
        SHOWN.into_iter().chain(["footer", "placeholder", "embeds", "components", "options", "choices"])
    {
        match value.get(field) {
            Some(Value::String(text)) => found.push(text),
            Some(Value::Array(items)) => items.iter().for_each(|item| collect(item, found)),
            Some(object @ Value::Object(_)) => collect(object, found),
            _ => {}
        }
    }
}
