//! Files beneath a message, as Discord takes them: a form with the message as JSON and a part for each file.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

/// A file beneath a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attached {
    /// Its name, without folders.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
}

/// Names the files in the message that they are to stand beneath.
pub(super) fn name_in(body: &mut Value, files: &[Attached]) {
    if !files.is_empty() {
        let named =
            files.iter().enumerate().map(|(id, file)| json!({ "id": id.to_string(), "filename": file.name }));
        body["attachments"] = named.collect();
    }
}

/// The form for a message, as JSON, and its files.
pub(super) fn form(body: &str, files: &[Attached]) -> Form {
    files.iter().enumerate().fold(Form::new().text("payload_json", body.to_owned()), |form, (id, file)| {
        let part = Part::bytes(file.bytes.clone()).file_name(file.name.clone());
        form.part(format!("files[{id}]"), part)
    })
}
