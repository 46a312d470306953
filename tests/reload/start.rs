//! With what a desk begins to serve.

use std::fs;

use aide_memoire::desk::{Desk, NotApplied, NotProposed, Reloaded};
use aide_memoire::knowledge::load::Origin;

use crate::folder::{FILE, FIRST, Folder, scratch};
use crate::kept::{desk, reload, says, signed, started};

#[test]
fn what_was_applied_last_serves_whatever_became_of_the_folder() {
    let (folder, state, first) = desk("restarts");
    reload(&first, &folder, "It is free, version 2.");
    // A change that nobody applied; then a broken file, an empty folder, none at all.
    folder.answer("Nobody has applied this.");
    let origin = Origin::Folder(folder.path.clone());
    let (again, told) = Desk::start(&origin, Some(&state), &signed()).unwrap();
    assert_eq!((again.current().number, says(&again).as_str()), (2, "It is free, version 2."));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("differ from generation 2"), "{told:?}");
    folder.write(FILE, "{");
    assert_eq!(says(&started(&folder, &state)), "It is free, version 2.");
    fs::remove_dir_all(&folder.path).unwrap();
    let desk = started(&folder, &state);
    assert_eq!(says(&desk), "It is free, version 2.");
    assert!(matches!(desk.propose(), Err(NotProposed::Faults(_))));
}

#[test]
fn a_rollback_stays_rolled_back_and_numbers_go_on() {
    let (folder, state, desk) = desk("rollback");
    reload(&desk, &folder, "It is free, version 2.");
    let back = desk.propose_rollback(None).unwrap();
    assert_eq!(desk.apply(&back, &signed()), Ok(3));
    let again = started(&folder, &state);
    assert_eq!((again.current().number, says(&again).as_str()), (3, FIRST));
    assert!(again.status().folder_differs);
    assert_eq!(reload(&again, &folder, "It is free, version 4."), 4);
}

#[test]
fn a_history_belongs_to_a_folder() {
    let (one, other, state) = (Folder::new("one"), Folder::new("other"), scratch("shared-state"));
    other.answer("The other bridge is free.");
    let (one, other) = (started(&one, &state), started(&other, &state));
    assert_eq!((says(&one).as_str(), says(&other).as_str()), (FIRST, "The other bridge is free."));
    assert_eq!((one.current().number, other.current().number), (1, 1));
}

#[test]
fn without_a_state_folder_the_folder_serves_and_nothing_is_applied() {
    let folder = Folder::new("stateless");
    let file = scratch("no-folder");
    fs::write(&file, "a file").unwrap();
    for state in [None, Some(file.as_path())] {
        let origin = Origin::Folder(folder.path.clone());
        folder.answer(FIRST);
        let (desk, told) = Desk::start(&origin, state, &signed()).unwrap();
        assert_eq!(says(&desk), FIRST);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(desk.status().trouble.is_some());
        folder.answer("It is free, version 2.");
        let refused = desk.apply(&desk.propose().unwrap(), &signed());
        assert!(matches!(refused, Err(NotApplied::Unkept(_))), "{refused:?}");
        assert!(matches!(desk.propose_rollback(None), Err(NotProposed::Nothing(_))));
        assert_eq!((desk.current().number, says(&desk).as_str()), (1, FIRST));
    }
    let (desk, told) = Desk::start(&Origin::Embedded, None, &signed()).unwrap();
    assert_eq!((told, desk.can_reload()), (Vec::new(), false));
    assert!(matches!(desk.propose(), Err(NotProposed::Nothing(why)) if why.contains("--knowledge")));
}

#[test]
fn a_reload_that_nobody_looks_at_takes_up_applies_or_leaves_alone() {
    let (folder, state, serving) = desk("unseen");
    assert!(matches!(serving.reload(&signed()), Reloaded::NotProposed(NotProposed::Unchanged(1))));
    folder.answer("It is free, version 2.");
    assert!(matches!(serving.reload(&signed()), Reloaded::Applied(_)));
    assert_eq!((serving.current().number, says(&serving).as_str()), (2, "It is free, version 2."));
    // Another process rolls back: that is taken up, although the folder differs.
    let other = started(&folder, &state);
    other.apply(&other.propose_rollback(None).unwrap(), &signed()).unwrap();
    assert_eq!(serving.status().waiting, Some(3));
    assert!(matches!(serving.reload(&signed()), Reloaded::TakenUp(3)));
    assert_eq!((serving.current().number, says(&serving).as_str()), (3, FIRST));
    // Golden questions turn wrong, and then files are broken.
    folder.answer(FIRST);
    folder.lose_the_toll();
    let refused = serving.reload(&signed());
    assert!(matches!(&refused, Reloaded::TurnsWrong(turns) if turns.len() == 1), "{refused:?}");
    folder.write(FILE, "{");
    assert!(matches!(serving.reload(&signed()), Reloaded::NotProposed(NotProposed::Faults(_))));
    assert_eq!((serving.current().number, says(&serving).as_str()), (3, FIRST));
}
