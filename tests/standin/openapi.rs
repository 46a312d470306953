//! The second judge: request bodies against Discord's OpenAPI description, when `DISCORD_OPENAPI` names the file.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value, json};

/// A field for which the description asks for something else than Discord takes on the wire.
struct Deviation {
    field: &'static str,
    /// The value as the description has it; `None` when there is nothing to rewrite.
    as_described: fn(&Value) -> Option<Value>,
    reason: &'static str,
}

const DEVIATIONS: [Deviation; 1] = [Deviation {
    field: "default_member_permissions",
    as_described: |value| value.as_str()?.parse::<u64>().ok().map(Value::from),
    reason: "described as an integer; documented, and sent by every library, as a string of digits",
}];

/// The description, with a validator for each route that was used.
pub struct Described {
    document: Value,
    validators: Mutex<HashMap<String, Option<Arc<Validator>>>>,
}

/// The description named by `DISCORD_OPENAPI`, read once; `None` when the variable is not set or empty.
///
/// Panics when the file cannot be read: a check that was asked for must not be left out.
pub fn described() -> Option<&'static Described> {
    static DESCRIBED: OnceLock<Option<Described>> = OnceLock::new();
    let read = || {
        let path = std::env::var_os("DISCORD_OPENAPI").filter(|path| !path.is_empty())?;
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!("DISCORD_OPENAPI: expected a readable file, got {path:?}: {error}")
        });
        Some(Described::parse(&text).unwrap_or_else(|error| panic!("DISCORD_OPENAPI: {path:?}: {error}")))
    };
    DESCRIBED.get_or_init(read).as_ref()
}

impl Described {
    /// Takes the text of an OpenAPI description.
    ///
    /// # Errors
    /// In words, when it is not JSON or describes no paths.
    pub fn parse(text: &str) -> Result<Self, String> {
        let document: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if !document["paths"].is_object() {
            return Err("expected an OpenAPI description with paths, got none".to_owned());
        }
        Ok(Self { document, validators: Mutex::default() })
    }

    /// What is wrong with a request, in words. The path is without the version prefix.
    pub fn check(&self, method: &str, path: &str, body: &Value) -> Vec<String> {
        let Some(template) = self.template(method, path) else {
            return vec![format!("expected a described route, got {method} {path}")];
        };
        let Some(validator) = self.validator(method, template) else { return Vec::new() };
        validator.iter_errors(&as_described(body)).map(|error| explain(&error)).collect()
    }

    /// The described path that a real one belongs to; fixed segments (`@me`, `@original`) go before variables.
    fn template(&self, method: &str, path: &str) -> Option<&str> {
        let have: Vec<&str> = path.split('/').collect();
        let fixed_segments = |template: &str| {
            let want: Vec<&str> = template.split('/').collect();
            let same = |(want, have): (&&str, &&str)| want.starts_with('{') || want == have;
            let fits = want.len() == have.len() && want.iter().zip(&have).all(same);
            fits.then(|| want.iter().filter(|segment| !segment.starts_with('{')).count())
        };
        self.document["paths"]
            .as_object()?
            .iter()
            .filter(|(_, operations)| operations.get(method.to_lowercase()).is_some())
            .filter_map(|(template, _)| Some((fixed_segments(template)?, template.as_str())))
            .max_by_key(|(fixed, _)| *fixed)
            .map(|(_, template)| template)
    }

    /// The validator of a route's body, compiled on first use; `None` when the route takes no JSON.
    fn validator(&self, method: &str, template: &str) -> Option<Arc<Validator>> {
        let compile = || {
            let operation = &self.document["paths"][template][method.to_lowercase()];
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            schema.is_object().then(|| Arc::new(self.compile(schema)))
        };
        let mut validators = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        validators.entry(format!("{method} {template}")).or_insert_with(compile).clone()
    }

    fn compile(&self, schema: &Value) -> Validator {
        let mut needed = Map::new();
        self.gather(schema, &mut needed);
        let document = json!({ "allOf": [schema], "components": { "schemas": needed } });
        jsonschema::draft202012::new(&document).expect("the OpenAPI description holds valid schemas")
    }

    /// Gathers the schemas that this one refers to, so that a validator does not carry the whole description.
    fn gather(&self, schema: &Value, needed: &mut Map<String, Value>) {
        match schema {
            Value::Object(fields) => {
                let name = fields.get("$ref").and_then(Value::as_str).and_then(|to| to.rsplit('/').next());
                if let Some(name) = name.filter(|name| !needed.contains_key(*name)) {
                    let target = &self.document["components"]["schemas"][name];
                    needed.insert(name.to_owned(), target.clone());
                    self.gather(target, needed);
                }
                fields.values().for_each(|value| self.gather(value, needed));
            }
            Value::Array(items) => items.iter().for_each(|item| self.gather(item, needed)),
            _ => {}
        }
    }
}

/// A body with the known deviations written as the description has them.
fn as_described(body: &Value) -> Value {
    match body {
        Value::Object(fields) => {
            let written = |(name, value): (&String, &Value)| {
                let deviation = DEVIATIONS.iter().find(|deviation| deviation.field == name);
                let rewritten = deviation.and_then(|deviation| (deviation.as_described)(value));
                let value = rewritten.unwrap_or_else(|| as_described(value));
                (name.clone(), value)
            };
            Value::Object(fields.iter().map(written).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(as_described).collect()),
        other => other.clone(),
    }
}

/// The error in words. Where several alternatives failed, the one that came furthest is the one that was meant.
fn explain(error: &ValidationError<'_>) -> String {
    let alternatives = match error.kind() {
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => context,
        _ => return format!("at {:?}: {error}", error.instance_path().to_string()),
    };
    let depth = |errors: &Vec<ValidationError<'static>>| {
        let meant = errors.iter().all(|error| !error.instance_path().to_string().ends_with("/type"));
        let deepest = errors.iter().map(|error| error.instance_path().to_string().matches('/').count()).max();
        (meant, deepest)
    };
    match alternatives.iter().max_by_key(|errors| depth(errors)) {
        Some(errors) if !errors.is_empty() => errors.iter().map(explain).collect::<Vec<_>>().join("; "),
        _ => format!("at {:?}: {error}", error.instance_path().to_string()),
    }
}
