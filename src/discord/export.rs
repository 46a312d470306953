//! `/knowledge export`: the knowledge that serves, what the journal counts, and the exam, as files.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::desk::{Generation, told};
use crate::exam;
use crate::journal::{Counts, Opinion, Remark, Trouble};
use crate::knowledge::KnowledgeFile;

use super::attached::Attached;
use super::clock;
use super::reload::worked_out;
use super::service::Service;
use super::shown::{Response, Shown};

/// How many of the latest remarks are in the file.
const REMARKS: u32 = 500;
/// What Discord takes with one message, in bytes, with room for the form.
const MOST: usize = 9_500_000;

/// The files, for the moderator alone.
pub(super) fn export() -> (Response, &'static str) {
    worked_out(|service| {
        let generation = service.desk.current();
        let mut sentence =
            format!("Knowledge generation {}, what members think of it, and its exam.", generation.number);
        let mut files = Vec::new();
        match service.desk.files_of(&generation).map(|files| archive(&files)) {
            Ok(Some(archive)) => files.push(attached("knowledge.zip", archive)),
            Ok(None) => sentence += " The knowledge is too large for an archive.",
            Err(why) => sentence += &format!(" The knowledge is not among them: {why}."),
        }
        files.push(attached("journal.json", journal(service)));
        files.push(attached("exam.txt", report(&generation).into_bytes()));
        if files.iter().map(|file| file.bytes.len()).sum::<usize>() > MOST {
            files.retain(|file| file.name != "knowledge.zip");
            sentence += " The knowledge is larger than Discord takes; it is in the state folder.";
        }
        (Shown { files, ..Shown::sentence(sentence) }, "exported")
    })
}

fn attached(name: &str, bytes: Vec<u8>) -> Attached {
    Attached { name: name.to_owned(), bytes }
}

/// The archive of these files, as they are: nothing is compressed. `None` where the format has no room for them.
fn archive(files: &[KnowledgeFile]) -> Option<Vec<u8>> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let Ok(bytes) = &file.bytes else { continue };
        archive.start_file(file.path.as_str(), stored).ok()?;
        archive.write_all(bytes).ok()?;
    }
    archive.finish().ok().map(Cursor::into_inner)
}

/// What is counted, in JSON.
fn journal(service: &Service) -> Vec<u8> {
    let read =
        service.record.work_here(|store| Ok((store.counts()?, store.opinions()?, store.remarks(REMARKS)?)));
    let value =
        read.map_or_else(|trouble: Trouble| json!({ "trouble": trouble.to_string() }), |it| counted(&it));
    serde_json::to_vec_pretty(&value).unwrap_or_default()
}

fn counted((counts, opinions, remarks): &(Counts, Vec<Opinion>, Vec<Remark>)) -> Value {
    let opinion = |it: &Opinion| json!({ "entry": it.entry, "useful": it.useful, "wrong": it.wrong });
    let remark = |it: &Remark| json!({ "at": it.at, "entry": it.entry, "generation": it.generation, "remark": it.remark });
    json!({
        "at": clock::now(),
        "questions_without_an_answer": counts.questions,
        "useful": counts.useful,
        "wrong": counts.wrong,
        "acts": counts.acts,
        "entries": opinions.iter().map(opinion).collect::<Vec<_>>(),
        "remarks": remarks.iter().map(remark).collect::<Vec<_>>(),
    })
}

/// Every golden question with what became of it.
fn report(generation: &Generation) -> String {
    let mut report =
        format!("generation {}: {}\n\n", generation.number, told::exam(&exam::figures(generation)));
    for question in exam::golden(generation) {
        let (tally, reply) = exam::sit(generation, &question);
        let verdict = exam::Verdict::of(&tally).map_or("right", exam::Verdict::name);
        let part = reply.main_part();
        let entry =
            part.outcome.answer().map_or_else(String::new, |answer| format!(" by {}", answer.entry.id));
        let _ = writeln!(report, "{verdict:7} {}: {}{entry}", question.question, part.outcome.name());
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let file =
            |(path, bytes): &(&str, &[u8])| KnowledgeFile { path: (*path).into(), bytes: Ok(bytes.to_vec()) };
        archive(&files.iter().map(file).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn the_checksum_is_that_of_the_format() {
        // The check value of CRC-32/ISO-HDLC.
        for (bytes, sum) in [(&b"123456789"[..], 0xCBF4_3926_u32), (b"", 0)] {
            assert_eq!(zip(&[("a", bytes)])[14..18], sum.to_le_bytes());
        }
    }

    #[test]
    fn an_archive_has_a_head_for_each_file_and_a_directory() {
        let archive = zip(&[("a.json", b"{}"), ("entries/é.json", b"[1]")]);
        let heads = archive.windows(4).filter(|bytes| bytes == b"PK\x03\x04").count();
        let lines = archive.windows(4).filter(|bytes| bytes == b"PK\x01\x02").count();
        assert_eq!((heads, lines), (2, 2));
        assert_eq!(&archive[30..38], b"a.json{}");
        let end = archive.len() - 22;
        assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
        let at = u32::from_le_bytes(archive[end + 16..end + 20].try_into().unwrap()) as usize;
        assert_eq!(&archive[at..at + 4], b"PK\x01\x02");
        assert_eq!(zip(&[]).len(), 22);
    }
}
