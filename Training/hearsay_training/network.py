"""The network: a BERT encoder with tables for case and white space, linear heads on words, and pair heads."""

import torch
import torch.nn.functional as F
from torch import nn

PAIR_HEADS = ("arc", "rel", "link")
#: Heads that score words against the words that tell happenings; a network without them has no labels for `role`.
HAPPENING_PAIRS = ("role", "same")
HAPPENING_SIZE = 96


class Layer(nn.Module):
    def __init__(self, hidden, heads, intermediate, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.attention_output = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, intermediate)
        self.down = nn.Linear(intermediate, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        """x: (batch, pieces, hidden); mask: (batch, 1, 1, pieces), True where a piece is."""
        b, n, h = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = self.attention_output(attended.transpose(1, 2).reshape(b, n, h))
        x = self.norm1(x + self.dropout(attended))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    def __init__(self, config, label_counts):
        """config: layers, hidden, heads, intermediate, vocabulary, positions, arcSize, relSize, linkSize."""
        super().__init__()
        h = config["hidden"]
        self.config = config
        self.word = nn.Embedding(config["vocabulary"], h)
        self.position = nn.Embedding(config["positions"], h)
        self.kind = nn.Embedding(1, h)
        self.shape = nn.Embedding(8, h)
        self.gap = nn.Embedding(5, h)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.gap.weight)
        self.norm = nn.LayerNorm(h, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(
            Layer(h, config["heads"], config["intermediate"], 0.1) for _ in range(config["layers"]))
        self.heads = nn.ModuleDict({name: nn.Linear(h, n) for name, n in label_counts.items() if name not in ("rel", "role")})
        a, r, l = config["arcSize"], config["relSize"], config["linkSize"]
        self.arc_dep, self.arc_head = nn.Linear(h, a), nn.Linear(h, a)
        self.arc_bilinear = nn.Parameter(torch.randn(a, a) * 0.02)
        self.arc_bias = nn.Parameter(torch.zeros(a))
        self.arc_root = nn.Parameter(torch.randn(h) * 0.02)
        self.rel_dep, self.rel_head = nn.Linear(h, r), nn.Linear(h, r)
        self.rel_bilinear = nn.Parameter(torch.randn(label_counts["rel"], r + 1, r + 1) * 0.02)
        self.link_dep, self.link_head = nn.Linear(h, l), nn.Linear(h, l)
        self.link_bilinear = nn.Parameter(torch.randn(l, l) * 0.02)
        if "role" in label_counts:
            size = HAPPENING_SIZE
            for pair in HAPPENING_PAIRS:
                for side in ("dep", "head"):
                    setattr(self, f"{pair}_{side}", nn.Linear(h, size))
            self.role_bilinear = nn.Parameter(torch.randn(label_counts["role"], size + 1, size + 1) * 0.02)
            self.same_bilinear = nn.Parameter(torch.randn(size + 1, size + 1) * 0.02)

    def encode(self, ids, shapes, gaps, mask):
        """All (batch, pieces) -> (batch, pieces, hidden)."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(positions) + self.kind.weight[0] + self.shape(shapes) + self.gap(gaps)
        x = self.dropout(self.norm(x))
        attend = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attend)
        return x

    def words(self, encoded, first):
        """Gathers the vector of each word's first piece. first: (batch, words) -> (batch, words, hidden)."""
        return encoded.gather(1, first.unsqueeze(-1).expand(-1, -1, encoded.shape[-1]))

    def arcs(self, w):
        """Scores (batch, dependents, 1 + words): candidate 0 is the root."""
        root = self.arc_root.expand(w.shape[0], 1, -1)
        heads = F.gelu(self.arc_head(torch.cat([root.to(w.dtype), w], 1)))
        return F.gelu(self.arc_dep(w)) @ self.arc_bilinear.to(w.dtype) @ heads.transpose(1, 2) + (heads @ self.arc_bias.to(w.dtype)).unsqueeze(1)

    def rels(self, dependents, heads):
        """Relation scores of pairs of word vectors: (pairs, hidden) x (pairs, hidden) -> (pairs, labels)."""
        d = F.pad(F.gelu(self.rel_dep(dependents)), (0, 1), value=1.0)
        g = F.pad(F.gelu(self.rel_head(heads)), (0, 1), value=1.0)
        # (pairs, r+1) x (labels, r+1, r+1) x (pairs, r+1)
        n, r = d.shape
        left = d @ self.rel_bilinear.to(d.dtype).permute(1, 0, 2).reshape(r, -1)
        return (left.view(n, -1, r) * g.unsqueeze(1)).sum(-1)

    def links(self, w):
        """Scores (batch, dependents, cues) of which word's cue is which."""
        return F.gelu(self.link_dep(w)) @ self.link_bilinear.to(w.dtype) @ F.gelu(self.link_head(w)).transpose(1, 2)

    def roles(self, triggers, words):
        """(triggers, hidden) x (triggers, words, hidden) -> (triggers, words, roles): what a word is to the happening."""
        t = F.pad(F.gelu(self.role_dep(triggers)), (0, 1), value=1.0)
        w = F.pad(F.gelu(self.role_head(words)), (0, 1), value=1.0)
        left = torch.einsum("pa,lab->plb", t, self.role_bilinear.to(t.dtype))
        return torch.einsum("plb,pmb->pml", left, w)

    def same(self, triggers):
        """(triggers, hidden) -> (triggers, triggers): whether the one of the row tells the happening of the column's."""
        a = F.pad(F.gelu(self.same_dep(triggers)), (0, 1), value=1.0)
        b = F.pad(F.gelu(self.same_head(triggers)), (0, 1), value=1.0)
        return a @ self.same_bilinear.to(a.dtype) @ b.T


def load_encoder(network, tensors):
    """Fills the encoder from the tensors of a Hugging Face BERT checkpoint."""
    own = {
        "word.weight": "embeddings.word_embeddings.weight", "position.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight", "norm.bias": "embeddings.LayerNorm.bias"}
    state = {k: tensors[v] for k, v in own.items()}
    state["kind.weight"] = tensors["embeddings.token_type_embeddings.weight"][:1]
    for i in range(network.config["layers"]):
        p, o = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            state[f"{o}qkv.{kind}"] = torch.cat([tensors[f"{p}attention.self.{x}.{kind}"] for x in ("query", "key", "value")])
            state[f"{o}attention_output.{kind}"] = tensors[f"{p}attention.output.dense.{kind}"]
            state[f"{o}norm1.{kind}"] = tensors[f"{p}attention.output.LayerNorm.{kind}"]
            state[f"{o}up.{kind}"] = tensors[f"{p}intermediate.dense.{kind}"]
            state[f"{o}down.{kind}"] = tensors[f"{p}output.dense.{kind}"]
            state[f"{o}norm2.{kind}"] = tensors[f"{p}output.LayerNorm.{kind}"]
    missing = network.load_state_dict(state, strict=False)
    assert not missing.unexpected_keys, missing.unexpected_keys
