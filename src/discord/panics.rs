//! A panic is a bug of ours. It is logged with its place and without its words, which may be a member's: those of
//! a failed slice, for one, quote the text.

use std::panic::{self, PanicHookInfo};

use tracing::error;

/// From now on panics are logged here, and no longer printed.
pub(super) fn log() {
    panic::set_hook(Box::new(|panicked| error!("{}", describe(panicked))));
}

fn describe(panicked: &PanicHookInfo<'_>) -> String {
    let place = panicked.location().map_or_else(String::new, |place| format!(" at {place}"));
    format!("a mistake in this program{place}; what it was doing was given up, everything else goes on")
}

#[cfg(test)]
mod tests {
    use std::panic;
    use std::sync::mpsc;

    #[test]
    fn a_panic_is_told_by_its_place_and_not_by_its_words() {
        let (sender, told) = mpsc::channel();
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            let _ = sender.send(super::describe(panicked));
        }));
        // Reads "byte index 1 is not a char boundary; it is inside 'ý' (bytes 0..2) of `ýquetzal`".
        let text = String::from("ýquetzal");
        let caught = panic::catch_unwind(|| text[1..].len());
        panic::set_hook(usual);
        assert!(caught.is_err());
        let line = told.iter().next().unwrap_or_default();
        assert!(line.contains("panics.rs:") && !line.contains("quetzal"), "{line}");
    }
}
