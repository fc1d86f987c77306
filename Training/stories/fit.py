#!/usr/bin/env python3
"""Fits the weights by which two happenings of different reports are one, by logistic regression, and measures them.

usage: fit.py PAIRS LINKS SOURCES [--mapping MAP] [--also PAIRS MAP] [--out incidents.tsv] [--stop P] [--measure]

PAIRS is what `Evaluation --story-pairs` wrote, LINKS and SOURCES the hand-coded links with where their reports come from. The lines
kept for measuring (see the README of the data) are never fitted on. MAP (own happenings): lines `report:own report:coded`.
"""
import collections, itertools, json, math, re, sys

import numpy as np

HELD = {"20", "36", "66", "74"}


def part(name):
    return sum(map(int, re.match(r"r(\d+)", name)[1])) % 5 == 0


def links(path, sources):
    """The linked happenings of lines for fitting, of lines for measuring, and the reports in each."""
    sources = json.load(open(sources))
    out = {}
    for measuring in (False, True):
        same, inside = [], set()
        for line in open(path, encoding="utf-8"):
            ids = list(dict.fromkeys(re.findall(r"\br\d{3,4}\b", line)))
            if not ids:
                continue
            held = part(ids[0]) or any(sources[i][0] == "stories" and sources[i][1].split("/")[0] in HELD for i in ids if i in sources)
            if held != measuring:
                continue
            inside |= set(ids)
            if line.startswith("SAME"):
                same.append(sorted(set(re.findall(r"\br\d{3,4}:H\d+", line))))
        out[measuring] = (same, inside)
    return out


def pairs(path, mapping=None):
    rows, stories = [], []
    for line in open(path, encoding="utf-8"):
        fields = line.split()
        if fields[0] == "STORY":
            stories.append(fields[2:])
        elif fields[0] == "PAIR":
            feats = dict((n, float(v)) for n, v in (x.split("=") for x in fields[3].split(",")))
            rows.append((fields[1], fields[2], feats))
    return rows, stories


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def conll(pred, gold):
    """MUC, B-cubed and CEAF-e F1 and their mean; two lists of sets over the same items."""
    def muc(a, b):
        where = {x: i for i, s in enumerate(b) for x in s}
        n = d = 0
        for s in a:
            n += len(s) - len({where[x] for x in s})
            d += len(s) - 1
        return n / d if d else 0.0
    def bcub(a, b):
        where = {x: s for s in b for x in s}
        n = sum(len(s) for s in a)
        return sum(len(s & where[x]) / len(s) for s in a for x in s) / n
    from scipy.optimize import linear_sum_assignment
    big_p, big_g = [s for s in pred], [s for s in gold]
    index = {x: j for j, s in enumerate(big_g) for x in s}
    cost = collections.Counter()
    for i, s in enumerate(big_p):
        for x in s:
            cost[i, index[x]] += 1
    # Connected blocks are matched apart, so that the matrix stays small.
    total, seen = 0.0, set()
    adj = collections.defaultdict(set)
    for (i, j) in cost:
        adj["p", i].add(("g", j)); adj["g", j].add(("p", i))
    for start in list(adj):
        if start in seen:
            continue
        block, queue = [], [start]
        seen.add(start)
        while queue:
            node = queue.pop(); block.append(node)
            for other in adj[node]:
                if other not in seen:
                    seen.add(other); queue.append(other)
        ps, gs = [i for k, i in block if k == "p"], [j for k, j in block if k == "g"]
        m = np.zeros((len(ps), len(gs)))
        for a, i in enumerate(ps):
            for b, j in enumerate(gs):
                m[a, b] = 2 * cost.get((i, j), 0) / (len(big_p[i]) + len(big_g[j]))
        r, c = linear_sum_assignment(-m)
        total += m[r, c].sum()
    ms = f1(muc(pred, gold), muc(gold, pred))
    bs = f1(bcub(pred, gold), bcub(gold, pred))
    cs = f1(total / len(pred), total / len(gold))
    return ms, bs, cs, (ms + bs + cs) / 3


def cluster(nodes, scores, stop, look=0.25):
    """Average linkage within the parts that hang together by pairs of at least `look`; never two of one report."""
    parent = {n: n for n in nodes}
    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]; x = parent[x]
        return x
    for (a, b), p in scores.items():
        if p >= look:
            parent[root(a)] = root(b)
    parts = collections.defaultdict(list)
    for n in nodes:
        parts[root(n)].append(n)
    out = []
    for members in parts.values():
        cl = {i: [n] for i, n in enumerate(sorted(members))}
        rep = lambda n: n.split(":")[0]
        sim = {}
        ks = list(cl)
        for a, b in itertools.combinations(ks, 2):
            x, y = cl[a][0], cl[b][0]
            sim[a, b] = -math.inf if rep(x) == rep(y) else scores.get((x, y), scores.get((y, x), 0.0))
        while len(cl) > 1:
            (a, b), best = max(sim.items(), key=lambda kv: (kv[1] / (len(cl[kv[0][0]]) * len(cl[kv[0][1]])), (-kv[0][0], -kv[0][1])))
            if best / (len(cl[a]) * len(cl[b])) < stop:
                break
            cl[a] += cl.pop(b)
            for c in list(cl):
                if c != a:
                    k, l = (min(a, c), max(a, c)), (min(b, c), max(b, c))
                    sim[k] += sim.pop(l)
            sim.pop((a, b), None)
        out += [set(v) for v in cl.values()]
    return out


def main():
    args = [a for a in sys.argv[1:]]
    def opt(name, default=None):
        if name in args:
            i = args.index(name); v = args[i + 1]; del args[i:i + 2]; return v
        return default
    out, stop, mapping = opt("--out"), float(opt("--stop", "0.5")), opt("--mapping")
    C = float(opt("--c", "0.3"))
    also = None
    if "--also" in args:
        i = args.index("--also")
        also = args[i + 1], args[i + 2]
        del args[i:i + 3]
    path, link_path, sources = args[:3]
    split = links(link_path, sources)
    rows, stories = pairs(path)
    coded_of = collections.defaultdict(list)
    if mapping:
        for line in open(mapping):
            own, coded = line.split(); coded_of[own].append(coded)
    more = pairs(also[0])[0] if also else []
    names = sorted({n for _, _, f in rows + more for n in f})
    col = {n: i for i, n in enumerate(names)}
    def gold_map(same):
        return {x: i for i, s in enumerate(same) for x in s}
    data = {}
    for measuring in (False, True):
        same, inside = split[measuring]
        where = gold_map(same)
        X, y, keys = [], [], []
        for a, b, f in rows:
            if a.split(":")[0] in inside and b.split(":")[0] in inside:
                if mapping:
                    ca, cb = coded_of.get(a, []), coded_of.get(b, [])
                    if not ca or not cb:
                        continue
                    label = any(where.get(p, -1) == where.get(q, -2) for p in ca for q in cb)
                else:
                    label = where.get(a, -1) == where.get(b, -2)
                v = np.zeros(len(names))
                for n, x in f.items():
                    v[col[n]] = x
                X.append(v); y.append(label); keys.append((a, b))
        data[measuring] = (np.array(X), np.array(y, dtype=int), keys)
        gold = {tuple(sorted(p)) for s in same for p in itertools.combinations(s, 2) if p[0].split(":")[0] != p[1].split(":")[0]}
        have = {tuple(sorted(k)) for k in keys}
        instory = set()
        story_of = {r: i for i, s in enumerate(stories) for r in s}
        for p in gold:
            if story_of.get(p[0].split(":")[0], -1) == story_of.get(p[1].split(":")[0], -2):
                instory.add(p)
        print("measuring" if measuring else "fitting", "lines", len(same), "reports", len(inside), "pairs", len(keys), "true", int(sum(y)),
              "gold pairs", len(gold), "in one story", len(instory), "candidates", len(gold & have))
    X, y, _ = data[False]
    if also:
        # Happenings as the program reads them, beside those that people coded.
        own = collections.defaultdict(list)
        for line in open(also[1]):
            a, b = line.split(); own[a].append(b)
        where, inside = gold_map(split[False][0]), split[False][1]
        Z, z = [], []
        for a, b, f in more:
            if a.split(":")[0] in inside and b.split(":")[0] in inside and own.get(a) and own.get(b):
                v = np.zeros(len(names))
                for n, x in f.items():
                    v[col[n]] = x
                Z.append(v); z.append(any(where.get(p, -1) == where.get(q, -2) for p in own[a] for q in own[b]))
        X, y = np.vstack([X, np.array(Z)]), np.append(y, np.array(z, dtype=int))
    coef, bias = fit(X, y, names, C)
    weights = dict(zip(names, coef))
    for measuring in (False, True):
        X, y, keys = data[measuring]
        same, inside = split[measuring]
        prob = 1 / (1 + np.exp(-(X @ coef + bias)))
        scores = dict(zip(keys, prob))
        if mapping:
            continue
        nodes = sorted({n for n in coded_nodes(rows, inside)})
        gold_of = gold_map(same)
        gold = collections.defaultdict(set)
        for n in nodes:
            gold[("g", gold_of[n]) if n in gold_of else n].add(n)
        for s in (0.2, 0.3, 0.4, 0.5, 0.6):
            cl = cluster(nodes, scores, s)
            pp = {tuple(sorted(p)) for c in cl for p in itertools.combinations(c, 2)}
            gg = {tuple(sorted(p)) for c in gold.values() for p in itertools.combinations(c, 2) if p[0].split(":")[0] != p[1].split(":")[0]}
            P, R = len(pp & gg) / max(1, len(pp)), len(pp & gg) / max(1, len(gg))
            m = conll(cl, list(gold.values()))
            # Without what stands alone in both.
            alone = {x for c in cl if len(c) == 1 for x in c} & {x for c in gold.values() if len(c) == 1 for x in c}
            m2 = conll([c for c in cl if not c <= alone], [c for c in gold.values() if not c <= alone]) if gg else m
            print("  measuring" if measuring else "  fitting", "stop", s, "pairs P %.3f R %.3f F1 %.3f" % (P, R, f1(P, R)), "MUC %.3f B3 %.3f CEAFe %.3f CoNLL %.3f" % m, "| without singles CoNLL %.3f" % m2[3])
    for n, w in sorted(weights.items(), key=lambda x: -x[1]):
        print("%8.3f %s" % (w, n))
    print("bias %.3f" % bias)
    if out:
        # What coded reports hold nothing of: our judgement. What is lent weighs half.
        for n, w in {"blamed.same": 0.8, "thing.same": 0.5, "figure.same": 1.0, "figure.within": 0.4, "figure.other": -0.2, "where.apart": -4}.items():
            weights.setdefault(n, w)
        for n in list(weights):
            if n.startswith(("when.", "where.")) and not n.endswith(("Lent", "unknown")):
                weights.setdefault(n + "Lent", weights[n] / 2)
        with open(out, "w") as file:
            file.write("# Weights of what speaks for (+) and against (-) two happenings of different reports being one: logarithms of odds.\n")
            file.write("# Fitted by Training/stories/fit.py (logistic regression) on hand-coded links of the development corpora; see Documentation/Stories.md.\n")
            file.write("# bias: two of which nothing is known. join: clusters less probable on average stay apart. look: so probable a pair is worth a look.\n")
            file.write("bias\t%.3f\njoin\t%.2f\nlook\t%.2f\n" % (bias, stop, min(0.2, stop)))
            for n, w in sorted(weights.items()):
                file.write("%s\t%.3f\n" % (n, w))


# What each weight may be: agreement never speaks against, and what differs never for. Days and towns apart are bounded from above
# by our judgement: coded links hold too few look-alikes to teach it.
BOUNDS = {
    "what.mode": (0, None), "what.type": (0, None), "verb.same": (0, None), "when.sameDay": (0, None), "when.sameDayLent": (0, None),
    "when.overlap": (0, None), "when.overlapLent": (0, None), "when.overlapLong": (0, None), "when.overlapLongLent": (0, None),
    "when.nextDay": (None, -1), "when.nextDayLent": (None, 0), "when.days": (None, -1.5), "when.daysLent": (None, 0),
    "when.weeks": (None, -2.5), "when.weeksLent": (None, -0.5), "when.apart": (None, -3), "when.apartLent": (None, -0.5),
    "where.same": (0, None), "where.sameLent": (0, None), "where.within": (0, None), "where.withinLent": (0, None), "where.near": (0, None),
    "where.nearLent": (0, None), "where.country": (None, -1), "where.countryLent": (None, 0), "where.far": (None, -3), "where.farLent": (None, -0.5), "where.apart": (None, -4), "where.apartLent": (None, -0.5),
    "where.unknown": (None, 0), "actor.same": (0, None), "actor.kind": (0, None), "actor.other": (None, 0), "actor.unknown": (None, 0),
    "recipient.same": (0, None), "recipient.kind": (0, None), "recipient.other": (None, 0), "recipient.unknown": (None, 0),
    "person.swapped": (0, None), "blamed.same": (0, None), "thing.same": (0, None), "figure.same": (0, 2), "figure.within": (0, 2), "figure.other": (None, 2),
    "words.alike": (0, None), "names.alike": (0, None), "report.alike": (0, None), "standing.bothMain": (0, None), "standing.published": (None, 0), "standing.mainPublished": (None, -1.5),
}


def fit(X, y, names, C):
    """Logistic regression with squared weights held small and each weight within its bounds."""
    from scipy.optimize import minimize
    n = X.shape[1]
    def loss(v):
        z = X @ v[:n] + v[n]
        p = 1 / (1 + np.exp(-z))
        nll = np.sum(np.logaddexp(0, z) - y * z)
        g = np.append(X.T @ (p - y), np.sum(p - y))
        g[:n] += v[:n] / C
        return nll + 0.5 * np.sum(v[:n] ** 2) / C, g
    bounds = [BOUNDS.get(name, (None, None)) for name in names] + [(None, None)]
    start = np.array([min(max(0, lo if lo is not None else -9), hi if hi is not None else 9) for lo, hi in bounds])
    start[n] = -3
    v = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}).x
    return v[:n], v[n]


def coded_nodes(rows, inside):
    for a, b, _ in rows:
        for n in (a, b):
            if n.split(":")[0] in inside:
                yield n


if __name__ == "__main__":
    main()
