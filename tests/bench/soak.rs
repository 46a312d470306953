//! Mixed traffic with faults, which follow from a seed: every question that Discord delivered must be answered, and
//! none twice. The stand-in counts a second response to an interaction as a violation by itself.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::ASKED;
use crate::bot::Bot;
use crate::random::Random;
use crate::standin::events::{Interaction, Post};
use crate::standin::faults::Failure;
use crate::standin::people::Person;
use crate::standin::{Settings, StandIn};

/// After so many acts all that was asked must have been answered.
const ACTS: usize = 200;
/// The longest time between two acts.
const MOST_BETWEEN_MS: usize = 8;

/// What has been done so far.
#[derive(Default)]
struct Soak {
    /// An answer to the first question, with its buttons.
    answer: Value,
    commands: Vec<u64>,
    messages: Vec<u64>,
    questions: usize,
    faults: usize,
    twice: usize,
}

/// Runs for so long; what must not have happened.
pub async fn run(time: Duration, seed: u64) -> Vec<String> {
    // Short, so that half-dead connections are noticed in a moment.
    let settings = Settings { heartbeat_interval: Duration::from_secs(1), ..Settings::default() };
    let standin = StandIn::start_with(settings).await;
    let bot = Bot::start(&standin).await;
    let (mut random, mut soak) = (Random::new(seed), Soak::default());
    let first = standin.ask_command(ASKED[0]).await;
    soak.answer = standin.message_of(&standin.callback(first).await);
    let began = Instant::now();
    while began.elapsed() < time {
        for _ in 0..ACTS {
            soak.act(&standin, &mut random).await;
            tokio::time::sleep(Duration::from_millis(random.below(MOST_BETWEEN_MS) as u64)).await;
        }
        soak.settle(&standin).await;
        if random.once_in(8) {
            soak.lose_the_session(&standin, &mut random).await;
        }
    }
    let (used, passed) = (bot.processor_time(), began.elapsed());
    let log = bot.stop().await;
    let given_up = [" not answered: ", " not sent: "];
    let lost: Vec<&str> =
        log.lines().filter(|line| given_up.iter().any(|what| line.contains(what))).collect();
    for line in &lost {
        println!("         {line}");
    }
    let unanswered = lost.len();
    println!(
        "soak     {:.0} s, seed {seed}: {} questions, {} faults, {unanswered} given up, {} answered twice, \
         {:.1} s of processor time",
        passed.as_secs_f64(),
        soak.questions,
        soak.faults,
        soak.twice,
        used.as_secs_f64()
    );
    standin.verify();
    let mut missed = Vec::new();
    if unanswered + soak.twice > 0 {
        missed.push(format!("the soak lost {unanswered} questions and answered {} twice", soak.twice));
    }
    missed
}

impl Soak {
    async fn act(&mut self, standin: &StandIn, random: &mut Random) {
        let question = random.pick(&ASKED);
        let world = standin.world();
        let addressed = format!("{} {question}", world.bot_mention());
        match random.below(100) {
            0..40 => self.commands.push(standin.ask_command(question).await),
            40..50 => self.commands.push(standin.autocomplete(question).await),
            50..55 => {
                // No Embed Links.
                let command = Interaction::command("ask").text("question", question);
                self.commands.push(standin.send(command.set("/app_permissions", json!("2048"))).await);
            }
            55..70 => {
                let channel = random.pick(&[world.channel, world.other_channel]);
                self.messages.push(standin.post(Post::new(&addressed).in_channel(channel)).await);
            }
            70..76 => self.messages.push(standin.direct_message(question).await),
            // What is met with silence.
            76..80 => drop(standin.message("NATO lol").await),
            80..82 => drop(standin.post(Post::new(&addressed).by(&Person::new(91, "a bot").bot())).await),
            82..85 => standin.dispatch("INTERACTION_CREATE", json!({ "type": 99 })).await,
            85..94 if standin.all_failed() => {
                self.faults += 1;
                break_rest(standin, random);
            }
            94..97 => {
                let (button, form) = (random.pick(&["passages", "related", "useful"]), random.once_in(2));
                let id = self.custom_id(if form { "follow" } else { button });
                let used = match form {
                    true => Interaction::submit(&id, &[("text", question)]).from(&self.answer),
                    false => Interaction::press(&id, &self.answer),
                };
                self.commands.push(standin.send(used).await);
            }
            97.. => {
                self.faults += 1;
                break_gateway(standin, random).await;
            }
            _ => {}
        }
    }

    /// Of the button of this kind under the answer.
    fn custom_id(&self, kind: &str) -> String {
        let rows = self.answer["components"].as_array().into_iter().flatten();
        let mut buttons = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
        let found = buttons.find_map(|button| {
            let id = button["custom_id"].as_str()?;
            (id.split(':').nth(1) == Some(kind)).then(|| id.to_owned())
        });
        found.unwrap_or_else(|| panic!("the answer has no button {kind}: {}", self.answer))
    }

    /// Waits until everything is answered, and counts what was answered twice.
    async fn settle(&mut self, standin: &StandIn) {
        standin.all_answered(&self.commands).await;
        standin.all_replied_to(&self.messages).await;
        standin.fence().await;
        self.twice += self.messages.iter().filter(|id| standin.replies_to(**id).len() != 1).count();
        self.questions += self.commands.len() + self.messages.len();
        self.commands.clear();
        self.messages.clear();
        standin.forget();
    }

    /// Ends the session for good, at a moment when nothing is under way: Discord itself drops what comes next.
    async fn lose_the_session(&mut self, standin: &StandIn, random: &mut Random) {
        self.faults += 1;
        standin.connected().await;
        match random.below(3) {
            0 => standin.invalid_session(false),
            1 => standin.close(4007),
            _ => standin.close(4009),
        }
        standin.frames_with(2, 1).await;
        standin.connected().await;
    }
}

/// Fails one of the next requests.
fn break_rest(standin: &StandIn, random: &mut Random) {
    let failure = match random.below(7) {
        0 => Failure::INTERNAL,
        1 => Failure::Status(503, 0, "no server"),
        2 => Failure::Drop,
        3 => Failure::Swallow,
        4 => Failure::RateLimited(0.3),
        5 => Failure::RateLimitedGlobally(0.3),
        _ => Failure::Delay(Duration::from_millis(700)),
    };
    let route = random.pick(&["POST /channels/*/messages", "POST /interactions/*/*/callback"]);
    standin.fail_next(move |request| request.is(route), failure);
}

/// Ends the connection, or makes it useless, in a way that keeps the session.
async fn break_gateway(standin: &StandIn, random: &mut Random) {
    standin.connected().await;
    match random.below(9) {
        0 => standin.reconnect(),
        1 => standin.drop_connection(),
        2 => standin.close_without_status(),
        3 => standin.invalid_session(true),
        4 => standin.close(random.pick(&[1001, 4000, 4001, 4002, 4008, 4999])),
        5 => standin.replay(),
        6 => standin.request_heartbeat(),
        7 => {
            standin.gateway_down(true);
            standin.drop_connection();
            standin.gateway_refused(1).await;
            standin.gateway_down(false);
        }
        _ => {
            let resumes = standin.frames().iter().filter(|frame| frame.op == 6).count();
            standin.ignore_heartbeats(true);
            standin.frames_with(6, resumes + 1).await;
            standin.ignore_heartbeats(false);
        }
    }
}
