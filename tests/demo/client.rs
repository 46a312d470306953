//! Does what was typed, waits for what comes of it, and shows everything that the bot has sent since.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::timeout;

use crate::line::{Line, options};
use crate::screen::{self, Does, Form};
use crate::standin::StandIn;
use crate::standin::events::{Interaction, Post};
use crate::standin::people::Person;
use crate::standin::record::Request;

/// How long an answer is waited for: less than the stand-in itself would. What comes later is shown later.
const PATIENCE: Duration = Duration::from_secs(8);

/// What a member sees of this Discord.
pub struct Client<'a> {
    standin: &'a StandIn,
    person: Person,
    /// The messages by number, the first of which is 1.
    messages: Vec<u64>,
    /// The message whose button or menu was used last, where nothing else was done since.
    used: Option<Value>,
    /// An open form, and what has been filled in.
    form: Option<(Form, Vec<String>)>,
    /// What was recorded up to here has been shown.
    shown: usize,
}

/// What follows from an act.
enum Then {
    /// A response to this interaction.
    Response(u64),
    /// A reply to this message.
    Reply(u64),
    Silence,
}

impl<'a> Client<'a> {
    pub fn new(standin: &'a StandIn) -> Self {
        let person = standin.world().member.clone();
        Self { standin, person, messages: Vec::new(), used: None, form: None, shown: standin.mark() }
    }

    /// What the next line is asked for by.
    pub fn prompt(&self) -> String {
        match &self.form {
            Some((form, filled)) => {
                format!("  {}: ", form.inputs.get(filled.len()).map_or("", |input| &input.label))
            }
            None => "> ".to_owned(),
        }
    }

    /// Fills in the open form; false where there is none.
    pub async fn fill(&mut self, typed: &str) -> bool {
        let Some((form, mut filled)) = self.form.take() else { return false };
        if typed.is_empty() {
            return true;
        }
        filled.push(typed.to_owned());
        if filled.len() < form.inputs.len() {
            self.form = Some((form, filled));
            return true;
        }
        let inputs: Vec<(&str, &str)> = form
            .inputs
            .iter()
            .map(|input| input.id.as_str())
            .zip(filled.iter().map(String::as_str))
            .collect();
        let mut sent = Interaction::submit(&form.id, &inputs);
        if let Some(message) = &self.used {
            sent = beside(sent.from(message), message);
        }
        let id = self.standin.send(sent.by(&self.person)).await;
        self.wait_and_show(Then::Response(id)).await;
        true
    }

    /// Does what a line says.
    pub async fn follow(&mut self, line: Line<'_>) {
        match self.act(line).await {
            Ok(Some(then)) => self.wait_and_show(then).await,
            Ok(None) => {}
            Err(problem) => println!("  {problem}"),
        }
    }

    async fn act(&mut self, line: Line<'_>) -> Result<Option<Then>, String> {
        self.used = None;
        let sent = match line {
            Line::Command(name, text) => self.command(name, text)?,
            Line::Type(text) => Interaction::autocomplete("ask", "question", text),
            Line::Press(number, on) => self.press(number, on)?,
            Line::AnswerThis(number) => {
                let message = self.message(number)?;
                beside(Interaction::message_command("Answer this", &message), &message)
            }
            Line::Say(text) => return Ok(Some(self.post(Post::new(text), text).await)),
            Line::Direct(text) => return Ok(Some(self.post(Post::new(text).direct(), text).await)),
            Line::Reply(number, text) => {
                let message = self.message(number)?;
                let post = Post::new(text).reply_to(&message);
                let post = if is_direct(&message) { post.direct() } else { post };
                return Ok(Some(self.post(post, text).await));
            }
            Line::As(name) => {
                let world = self.standin.world();
                let known = [&world.member, &world.moderator].into_iter().find(|person| person.name == name);
                // Somebody else has another id, which follows from the name.
                let id = name.bytes().fold(7, |id: u64, byte| id * 31 % 1_000_000_007 + u64::from(byte));
                self.person = known.cloned().unwrap_or_else(|| Person::new(id, name));
                return Ok(None);
            }
            Line::Quit | Line::Help | Line::Nothing => return Ok(None),
        };
        Ok(Some(Then::Response(self.standin.send(sent.by(&self.person)).await)))
    }

    fn command(&self, name: &str, text: &str) -> Result<Interaction, String> {
        let registered = self.standin.registered_commands();
        let slash = || registered.iter().filter(|command| command["type"] == 1);
        let Some(known) = slash().find(|command| command["name"] == name) else {
            let names: Vec<String> =
                slash().filter_map(|command| Some(format!("/{}", command["name"].as_str()?))).collect();
            return Err(format!("There is no command /{name}; there are {}.", names.join(", ")));
        };
        let filled = options(known, text);
        let required = known["options"].as_array().into_iter().flatten();
        let mut missing = required.filter(|option| option["required"] == true).filter(|option| {
            !filled.iter().any(|filled| filled["name"] == option["name"] && filled["value"] != "")
        });
        match missing.next() {
            Some(option) => Err(format!("/{name} needs {}.", option["name"])),
            None => Ok(filled.into_iter().fold(Interaction::command(name), Interaction::option)),
        }
    }

    fn press(&mut self, number: usize, on: Option<usize>) -> Result<Interaction, String> {
        let message = match on {
            Some(on) => self.message(on)?,
            None => {
                let stored = self.messages.iter().rev().map(|id| self.standin.stored_message(*id));
                stored.into_iter().find(|message| !screen::controls(message).is_empty()).unwrap_or_default()
            }
        };
        let controls = screen::controls(&message);
        let control = number.checked_sub(1).and_then(|at| controls.get(at));
        let pressed = match control.map(|control| &control.does) {
            None => return Err(format!("There is no [{number}] to press.")),
            Some(Does::Open(address)) => return Err(format!("Discord would open {address}")),
            Some(Does::Press(id)) => Interaction::press(id, &message),
            Some(Does::Choose(id, value)) => Interaction::choose(id, &[value], &message),
        };
        let pressed = beside(pressed, &message);
        self.used = Some(message);
        Ok(pressed)
    }

    /// Writes a message in which `@bot` is the bot's mention.
    async fn post(&mut self, mut post: Post, text: &str) -> Then {
        let bot = self.standin.world().bot.to_string();
        let mention = self.standin.world().bot_mention();
        post.content = text.replace("@bot", &mention);
        let id = self.standin.post(post.by(&self.person)).await;
        let message = self.standin.stored_message(id);
        println!("  {} {}: {text}", self.number(id), self.person.name);
        let is_named = message["mentions"].as_array().is_some_and(|all| all.iter().any(|it| it["id"] == bot));
        if is_named || is_direct(&message) { Then::Reply(id) } else { Then::Silence }
    }

    fn message(&self, number: usize) -> Result<Value, String> {
        let id = number.checked_sub(1).and_then(|at| self.messages.get(at));
        id.map(|id| self.standin.stored_message(*id)).ok_or(format!("There is no message #{number}."))
    }

    /// The number of a message, a new one where it has none.
    fn number(&mut self, id: u64) -> String {
        let known = self.messages.iter().position(|known| *known == id);
        let at = known.unwrap_or_else(|| {
            self.messages.push(id);
            self.messages.len() - 1
        });
        format!("#{}", at + 1)
    }

    async fn wait_and_show(&mut self, then: Then) {
        let came = match then {
            Then::Response(id) => timeout(PATIENCE, self.response(id)).await.is_ok(),
            Then::Reply(id) => timeout(PATIENCE, self.standin.all_replied_to(&[id])).await.is_ok(),
            Then::Silence => {
                self.standin.fence().await;
                true
            }
        };
        let mark = self.standin.mark();
        let mut sent = self.standin.since(self.shown);
        sent.retain(|request| request.number < mark);
        self.shown = mark;
        if !came || sent.is_empty() {
            println!("  (the bot stays silent)");
        }
        for request in &sent {
            self.show(request);
        }
        for violation in self.standin.take_violations() {
            println!("  Discord would not take this: {violation}");
        }
    }

    /// Waits for the response to an interaction, and where that puts it off, for what comes in its place.
    async fn response(&self, id: u64) {
        if matches!(self.standin.callback(id).await.callback_type(), 5 | 6) {
            self.standin.next_edit(id).await;
        }
    }

    fn show(&mut self, request: &Request) {
        let made = self.standin.made_by(request);
        let body = request.message();
        match (request.callback_type(), made) {
            (5 | 6, _) => println!("  (aide-memoire is thinking …)"),
            (8, _) => screen::print(&screen::suggestions(body)),
            (9, _) => {
                let form = Form::read(body);
                screen::print(&screen::form(body, &form));
                self.form = (!form.inputs.is_empty()).then_some((form, Vec::new()));
            }
            (_, Some(mut message)) => {
                let id = message["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or_default();
                let is_changed = self.messages.contains(&id);
                let number = self.number(id);
                let change = if is_changed { ", changed" } else { "" };
                let seen = if message["flags"] == 64 {
                    format!(", only {} sees it", self.person.name)
                } else {
                    String::new()
                };
                println!("  {number} aide-memoire{change}{seen}:");
                message["content"] =
                    json!(self.with_numbers(message["content"].as_str().unwrap_or_default()));
                screen::print(&screen::message(&message, body));
            }
            _ => screen::print(&[format!("{} {} {}", request.method, request.path, request.body)]),
        }
    }

    /// A text in which links to messages are their numbers.
    fn with_numbers(&mut self, text: &str) -> String {
        let words = text.split(' ').map(|word| {
            let link = word.strip_prefix("https://discord.com/channels/");
            let id = link.and_then(|link| link.rsplit('/').next()?.parse().ok());
            id.map_or(word.to_owned(), |id| self.number(id))
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// In the place of a message.
fn beside(interaction: Interaction, message: &Value) -> Interaction {
    if is_direct(message) { interaction.direct() } else { interaction }
}

fn is_direct(message: &Value) -> bool {
    message["guild_id"].is_null()
}
