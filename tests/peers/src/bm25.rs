//! BM25 by tantivy, in memory, with English stems: of each phrasing by itself, and of an entry's phrasings
//! taken together.

use std::collections::HashMap;
use std::time::Instant;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{DocAddress, Index, Score, Searcher, TantivyDocument, Term};

use crate::folder::{Folder, Question};
use crate::{Failure, Row, ask};

const TOKENIZER: &str = "english";
/// Memory that the writer may fill before it starts another segment: all phrasings fit in one.
const WRITER_BYTES: usize = 200_000_000;
/// Phrasings whose scores are added up for their entries.
const ADDED_UP: usize = 30;

/// A row for each way of taking the phrasings.
///
/// # Errors
///
/// Where tantivy fails.
pub fn answer(folder: &Folder) -> Result<Vec<Row>, Failure> {
    let mut entries: Vec<&str> = Vec::new();
    let mut positions: HashMap<&str, usize> = HashMap::new();
    let mut merged: Vec<(u64, String)> = Vec::new();
    let mut apart: Vec<(u64, String)> = Vec::new();
    for phrasing in &folder.phrasings {
        let entry = *positions.entry(&phrasing.entry).or_insert_with(|| {
            entries.push(&phrasing.entry);
            merged.push((merged.len() as u64, String::new()));
            entries.len() - 1
        });
        merged[entry].1 += &phrasing.text;
        merged[entry].1.push('\n');
        apart.push((entry as u64, phrasing.text.clone()));
    }
    let questions: Vec<&Question> = folder.questions.iter().collect();
    let row =
        |what: &str, documents: &[(u64, String)], pick: fn(&[(Score, u64)]) -> Option<u64>, top: usize| {
            let began = Instant::now();
            let search = Search::build(documents)?;
            let build_seconds = Some(began.elapsed().as_secs_f64());
            let mut failure = None;
            let row =
                ask(what, folder.phrasings.len(), &questions, |question| match search.top(question, top) {
                    Ok(found) => pick(&found).map(|entry| entries[entry as usize]),
                    Err(error) => {
                        failure = Some(error);
                        None
                    }
                });
            failure.map_or(Ok(Row { build_seconds, ..row }), Err)
        };
    Ok(vec![
        row("BM25, best phrasing", &apart, |found| found.first().map(|(_, entry)| *entry), 1)?,
        row("BM25, sum of phrasings", &apart, most_in_sum, ADDED_UP)?,
        row("BM25, merged phrasings", &merged, |found| found.first().map(|(_, entry)| *entry), 1)?,
    ])
}

/// The entry whose phrasings score most together.
fn most_in_sum(found: &[(Score, u64)]) -> Option<u64> {
    let mut sums: Vec<(Score, u64)> = Vec::new();
    for (score, entry) in found {
        match sums.iter_mut().find(|(_, known)| known == entry) {
            Some((sum, _)) => *sum += score,
            None => sums.push((*score, *entry)),
        }
    }
    sums.into_iter().reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, entry)| entry)
}

/// An index in memory, ready to be searched.
struct Search {
    searcher: Searcher,
    analyzer: TextAnalyzer,
    text: Field,
    /// The entry of every document.
    entries: Vec<u64>,
}

impl Search {
    fn build(documents: &[(u64, String)]) -> Result<Self, Failure> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(TOKENIZER)
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let number = schema.add_u64_field("number", FAST);
        let index = Index::create_in_ram(schema.build());
        let analyzer = TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(LowerCaser)
            .filter(Stemmer::new(Language::English))
            .build();
        index.tokenizers().register(TOKENIZER, analyzer.clone());
        let mut writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        for (at, (_, content)) in documents.iter().enumerate() {
            let mut document = TantivyDocument::new();
            document.add_text(text, content);
            document.add_u64(number, at as u64);
            writer.add_document(document)?;
        }
        writer.commit()?;
        let searcher = index.reader()?.searcher();
        let entries = documents.iter().map(|(entry, _)| *entry).collect();
        Ok(Self { searcher, analyzer, text, entries })
    }

    /// The best documents with their scores, as the entries that they belong to.
    fn top(&self, question: &str, most: usize) -> Result<Vec<(Score, u64)>, Failure> {
        let mut analyzer = self.analyzer.clone();
        let mut stream = analyzer.token_stream(question);
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        while let Some(token) = stream.next() {
            let term = Term::from_field_text(self.text, &token.text);
            let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
            clauses.push((Occur::Should, Box::new(query)));
        }
        let found: Vec<(Score, DocAddress)> =
            self.searcher.search(&BooleanQuery::new(clauses), &TopDocs::with_limit(most).order_by_score())?;
        let mut scored = Vec::with_capacity(found.len());
        for (score, address) in found {
            let numbers = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("number")?;
            let number = numbers.first(address.doc_id).unwrap_or_default();
            scored.push((score, self.entries[number as usize]));
        }
        Ok(scored)
    }
}
