//! Request bodies put aside for another judge (`tests/simcord/`): where `AIDE_RECORD` names a file, each body that
//! the stand-in accepts is added to it as a line of JSON.

use std::fs::File;
use std::io::Write as _;
use std::sync::{Mutex, OnceLock, PoisonError};

use serde_json::{Value, json};

use super::record::Request;
use super::rest::interaction_of;
use super::state::State;

/// Adds a request, with the kind of the interaction that it responds to.
pub(super) fn keep(state: &State, request: &Request) {
    // The other judge is sent JSON alone.
    if request.body == Value::Null || !request.files.is_empty() {
        return;
    }
    let Some(file) = file() else { return };
    let known = interaction_of(request).and_then(|id| state.interactions.get(&id));
    let line = json!({
        "method": request.method, "path": request.path, "body": request.body,
        "interaction": known.map(|known| known.kind),
    });
    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
    writeln!(file, "{line}").expect("the file named by AIDE_RECORD can be written");
}

fn file() -> Option<&'static Mutex<File>> {
    static FILE: OnceLock<Option<Mutex<File>>> = OnceLock::new();
    let open = |path| {
        let file = File::options().create(true).append(true).open(path);
        Mutex::new(file.expect("the file named by AIDE_RECORD can be opened"))
    };
    FILE.get_or_init(|| std::env::var_os("AIDE_RECORD").map(open)).as_ref()
}
