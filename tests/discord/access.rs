//! Who may change the knowledge: every command, press and form is checked, whatever Discord's own settings say.

use serde_json::{Value, json};

use crate::desk::{Desk, button, check, knowledge};
use crate::folder::FIRST;
use crate::standin::events::Interaction;
use crate::standin::people::Person;

const OWNER: u64 = 410_000_000_000_000_001;
const ROLE: u64 = 420_000_000_000_000_001;
const NAMED: u64 = 430_000_000_000_000_001;
const MANAGE_SERVER: u64 = 1 << 5;

impl Desk {
    /// Nothing but a private sentence, which holds this.
    async fn refused(&self, interaction: Interaction, part: &str) {
        let id = self.standin.send(interaction).await;
        let notice = self.standin.callback(id).await;
        assert_eq!((notice.callback_type(), &notice.message()["flags"]), (4, &json!(64)), "{notice}");
        check(&notice, &[part, "Nothing was done."]);
        assert_eq!(notice.message()["embeds"], Value::Null, "{notice}");
    }
}

// https://github.com/Pycord-Development/pycord/issues/940 and https://github.com/Pycord-Development/pycord/issues/2264
#[tokio::test]
async fn a_member_is_refused_politely_and_nothing_happens() {
    let owners = OWNER.to_string();
    let named = format!("{NAMED}, {ROLE}");
    let desk = Desk::open_with("access", &[("AIDE_OWNERS", &owners), ("AIDE_MODERATORS", &named)]).await;
    desk.folder.answer("It is free, version 2.");
    let (_, message) = desk.reload().await;
    let apply = button(&message, "Apply");
    let member = desk.standin.world().member.clone();
    let moderator = desk.standin.world().moderator.clone();
    let all = ["reload", "status", "history", "rollback"];
    for subcommand in all {
        let command = || knowledge(subcommand, &json!([]));
        desk.refused(command().by(&member), "for the moderators of this server").await;
        // In direct messages there is no member: not even a moderator of the server is one there.
        desk.refused(command().by(&member).direct(), "for my owners alone").await;
        desk.refused(command().by(&moderator).direct(), "for my owners alone").await;
        desk.refused(command().by(&Person::new(NAMED, "named")).direct(), "for my owners alone").await;
    }
    for label in ["Apply", "Cancel"] {
        let press = Interaction::press(&button(&message, label), &message);
        desk.refused(press.clone().by(&member), "for the moderators of this server").await;
        desk.refused(press.by(&member).direct(), "for my owners alone").await;
    }
    assert_eq!(desk.says().await, (FIRST.to_owned(), 1));
    let manager = Person::new(77, "manager").permissions(&MANAGE_SERVER.to_string());
    for person in [manager, Person::new(NAMED, "named"), Person::new(78, "in a role").role(ROLE)] {
        let (status, _) = desk.worked_out(knowledge("status", &json!([])).by(&person)).await;
        check(&status, &["Answering from generation 1"]);
    }
    let owner = Person::new(OWNER, "owner");
    let (proposal, _) = desk.worked_out(knowledge("reload", &json!([])).by(&owner).direct()).await;
    check(&proposal, &["Apply generation 2?"]);
    // The moderator's proposal is still there: nobody could cancel it.
    let id = desk.standin.send(Interaction::press(&apply, &message).by(&moderator)).await;
    check(&desk.standin.next_edit(id).await, &["Now answering from generation 2"]);
    let log = desk.stop().await;
    assert_eq!(log.matches("not permitted").count(), 4 * 4 + 4, "{log}");
}

#[tokio::test]
async fn the_home_server_alone_changes_what_all_serve() {
    let elsewhere = Desk::open_with("elsewhere", &[("AIDE_HOME_GUILD", "12345")]).await;
    elsewhere.folder.answer("It is free, version 2.");
    let moderator = elsewhere.standin.world().moderator.clone();
    for subcommand in ["reload", "rollback"] {
        let command = knowledge(subcommand, &json!([])).by(&moderator);
        elsewhere.refused(command, "in my home server alone").await;
    }
    let (status, _) = elsewhere.moderator("status", json!([])).await;
    check(&status, &["Answering from generation 1"]);
    elsewhere.moderator("history", json!([])).await;
    elsewhere.stop().await;
}

#[tokio::test]
async fn the_command_is_shown_to_those_who_manage_the_server() {
    for (owners, contexts) in [("", json!([0])), ("5", json!([0, 1]))] {
        let desk = Desk::open_with("declared", &[("AIDE_OWNERS", owners)]).await;
        let commands = desk.standin.request(|request| request.is("PUT /applications/*/commands")).await.body;
        let all = commands.as_array().unwrap();
        let command = all.iter().find(|command| command["name"] == "knowledge").unwrap();
        assert_eq!(command["default_member_permissions"], MANAGE_SERVER.to_string());
        assert_eq!(command["contexts"], contexts);
        desk.stop().await;
    }
}
