//! A mistake of ours while an event is answered: whoever asked is told, and everything else goes on.
//!
//! No input is known that brings one about, and the program has no switch for it. So the door runs inside this test,
//! with a log that panics at certain lines: the handler unwinds at that place as it would for any mistake.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "standin/mod.rs"]
mod standin;

use std::fmt::{Debug, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use aide_memoire::desk::Desk;
use aide_memoire::discord::{Limits, Moderators, Settings, Token, serve};
use aide_memoire::journal;
use aide_memoire::knowledge::load::Origin;
use serde_json::Value;
use tracing::field::Field;
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use standin::StandIn;
use standin::events::Interaction;
use standin::people::Person;

const QUESTION: &str = "When was the bridge built?";
/// Logged before the response to a press is sent, and after the reply to a message was.
const BEFORE: &str = "an answer was useful";
const AFTER: &str = "message answered";

static LOG: Mutex<String> = Mutex::new(String::new());

/// A log that fails at certain lines.
struct Clumsy;

impl<S: Subscriber> Layer<S> for Clumsy {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = String::new();
        event.record(&mut |field: &Field, value: &dyn Debug| write!(line, "{field}={value:?} ").unwrap());
        LOG.lock().unwrap_or_else(PoisonError::into_inner).push_str(&format!("{line}\n"));
        assert!(!line.contains(BEFORE) && !line.contains(AFTER), "quetzalcoatl");
    }
}

fn logged(part: &str) -> usize {
    LOG.lock().unwrap_or_else(PoisonError::into_inner).matches(part).count()
}

/// The button whose id begins so.
fn button(message: &Value, begin: &str) -> String {
    let rows = message["components"].as_array().unwrap().iter();
    let mut ids = rows.flat_map(|row| row["components"].as_array().unwrap()).map(|part| &part["custom_id"]);
    ids.find_map(|id| id.as_str().filter(|id| id.starts_with(begin))).unwrap().to_owned()
}

#[tokio::test]
async fn whoever_meets_a_mistake_is_told_and_everything_else_goes_on() {
    tracing_subscriber::registry().with(Clumsy).init();
    let standin = StandIn::start().await;
    let knowledge = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/minimal");
    let settings = Settings {
        token: Token::new(standin.token()).unwrap(),
        api: Some(standin.url()),
        limits: Limits { member: None, channel: None, repeats: Duration::ZERO },
        version: env!("CARGO_PKG_VERSION"),
        journal: journal::Settings { folder: None, days: 0 },
        article: None,
        report_url: None,
        moderators: Moderators::default(),
    };
    let open = move || Ok((Desk::open(&Origin::Folder(knowledge).files()).unwrap().0, Vec::new()));
    let door = thread::spawn(move || serve(settings, open).map_err(|error| error.to_string()));

    let id = standin.ask_command(QUESTION).await;
    let answer = standin.message_of(&standin.callback(id).await);
    let useful = button(&answer, "v1:useful:");
    for times in 1..=3 {
        // Of each member one opinion on a message counts.
        let member = Person::new(times, "member");
        let id = standin.send(Interaction::press(&useful, &answer).by(&member)).await;
        let told = standin.callback(id).await;
        assert!(told.text().starts_with("Something went wrong on my side"), "{told}");
        assert_eq!(told.message()["flags"], 64, "{told}");
        assert_eq!(logged(BEFORE) as u64, times);
        // The reply is there before the mistake; neither the next one nor its channel waits for anything.
        let question = standin.mention(QUESTION).await;
        let reply = standin.next_message(standin.world().channel).await;
        assert!(reply.text().contains("1846"), "{reply}");
        standin.fence().await;
        assert_eq!(standin.replies_to(question).len(), 1);
    }
    // Whatever the place, it is logged once and without its words.
    let own = std::process::id().to_string();
    let asked = std::process::Command::new("kill").args(["-s", "TERM", &own]).status().unwrap();
    assert!(asked.success());
    assert_eq!(door.join().unwrap(), Ok(()));
    assert_eq!(logged("a mistake in this program at tests/mistakes.rs:"), logged(BEFORE) + logged(AFTER));
    assert_eq!((logged("quetzalcoatl"), logged("no notice")), (0, 0));
    assert_eq!(logged("stopped before everything was finished"), 0, "nothing is still counted as under way");
}
