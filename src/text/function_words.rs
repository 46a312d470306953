//! Words that only hold a sentence together: a question made of nothing else asks for nothing.

use std::collections::HashSet;
use std::sync::LazyLock;

const FUNCTION_WORDS: &str = "a about after again all also am an and any anybody anyone anything are as at be because been \
    before being but by can could did do does doing done else even everybody everyone everything ever few for from had \
    has have having he her here hers him his how i if in into is it its just let like made make many may maybe me might \
    mine more most much must my no nobody none nor not nothing now of off ok okay on once one only or other our out over \
    own really same said say says she should so some somebody someone something still such than that the their them then there \
    these they thing things this those to too under up very was we well were what when where which while who whom \
    whose why will with would yeah yes yet you your s t re ve ll d m im ive hes shes theyre dont doesnt didnt isnt arent \
    wasnt werent wont cant cannot couldnt wouldnt shouldnt mustnt havent hasnt hadnt aint youre youve youd youll hed theyve \
    theyd theyll weve itll itd thats theres whod okay um uh er hmm huh oh ah ha eh man actually basically exactly \
    person guy dude lady bloke fella";

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| FUNCTION_WORDS.split_whitespace().collect());

/// Whether a normalised word carries no topic of its own.
pub(super) fn is_function_word(word: &str) -> bool {
    WORDS.contains(word)
}
