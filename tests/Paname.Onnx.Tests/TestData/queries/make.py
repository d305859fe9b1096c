"""Membership inference on digits_mlp/target.onnx with PyTorch 1.13, against which the tests hold the attacks of Paname that ask the model.

Documents how reference.json was made; no test or build runs it.  python3 make.py REFERENCE
REFERENCE is the folder with models/digits_mlp/{target.pt,pool_x.npy,pool_labels.csv,keep.csv}. Everything in float64 from the float32 weights.

gradient_*: AUC of minus the norm of each record's own loss gradient, by autograd one record at a time.
merlin: mean and standard deviation over five seeds of the AUC of the share of 100 copies with Gaussian noise of .01 standard deviations per feature whose loss is higher (ties one half).
distance: for the first records, the L2 distance to the decision boundary by gradient search from several starts (points on the boundary are projected onto its tangent plane and back by bisection): the least found.
"""
import json, math, sys
import numpy as np
import torch
import torch.nn.functional as F
torch.set_num_threads(1)
root = sys.argv[1] + "/models/digits_mlp/"
model = torch.jit.load(root + "target.pt").double().eval()
x = torch.tensor(np.load(root + "pool_x.npy")).double()
y = torch.tensor(np.loadtxt(root + "pool_labels.csv", dtype=int))
member = np.array(open(root + "keep.csv").readline().strip().split(","), dtype=int) == 1

def auc(scores):
    a, b = scores[member], scores[~member]
    return float(np.mean((a[:, None] > b[None]) + .5 * (a[:, None] == b[None])))

params = dict(model.named_parameters())
norms = {k: [] for k in params}
for i in range(len(x)):
    g = torch.autograd.grad(F.cross_entropy(model(x[i:i+1]), y[i:i+1]), list(params.values()))
    for k, v in zip(params, g):
        norms[k].append(float((v * v).sum()))
norms = {k: np.array(v) for k, v in norms.items()}
last = list(params)[-2:]
out = {"gradient_all": auc(-np.sqrt(sum(norms.values()))), "gradient_last": auc(-np.sqrt(sum(norms[k] for k in last)))}

def margin(z, labels):
    own = z.gather(1, labels[:, None])[:, 0]
    rest = z.clone(); rest[torch.arange(len(z)), labels] = -math.inf
    return own - torch.logsumexp(rest, 1)
with torch.no_grad():
    own = margin(model(x), y)
    sd = x.std(0, unbiased=False)
    aucs = []
    for seed in range(5):
        torch.manual_seed(seed)
        up = torch.zeros(len(x))
        for _ in range(100):
            m = margin(model(x + .01 * sd * torch.randn_like(x)), y)
            up += (m < own).double() + .5 * (m == own).double()
        aucs.append(auc((up / 100).numpy()))
out["merlin_mean"], out["merlin_sd"] = float(np.mean(aucs)), float(np.std(aucs, ddof=1))
out["accuracy"] = float((model(x).argmax(1) == y).double().mean())

# distance to the boundary, box of the data
lo, hi = x.min(0).values, x.max(0).values
free = sd > 0
def other(z, label):
    z = z.clone(); z[label] = -math.inf
    return int(z.argmax())
def crossing(a, b, label):
    s, t = 0., 1.
    for _ in range(50):
        m = (s + t) / 2
        with torch.no_grad():
            out_ = int(model((a + m * (b - a))[None])[0].argmax()) != label
        s, t = (s, m) if out_ else (m, t)
    return a + t * (b - a)
def nearest(i):
    label = int(y[i]); best = math.inf
    with torch.no_grad():
        cls = model(x).argmax(1)
        cand = torch.nonzero(cls != label)[:, 0]
        d = (x[cand] - x[i]).norm(dim=1)
        order = cand[d.argsort()]
        # the nearest record of each other class
        starts = [x[order[cls[order] == c][0]] for c in range(10) if c != label and (cls == c).any()]
    for s in starts:
        p = crossing(x[i], s, label)
        for _ in range(60):
            q = p.clone().requires_grad_()
            z = model(q[None])[0]
            c = other(z.detach(), label)
            g = torch.autograd.grad(z[c] - z[label], q)[0] * free
            value = float(z[c] - z[label])
            # projection of x[i] onto tangent plane within the box, a little beyond
            need = float((g * p).sum()) - value
            t = (need - float((g * x[i]).sum())) / float((g * g).sum())
            target = x[i].clone()
            # bisection on the multiplier with clipping
            s_, t_ = 0., max(t, 0) * 50 + 1e-9
            for _ in range(60):
                m = (s_ + t_) / 2
                pt = torch.minimum(torch.maximum(x[i] + m * g, lo), hi)
                s_, t_ = (m, t_) if float((g * pt).sum()) < need else (s_, m)
            target = torch.minimum(torch.maximum(x[i] + t_ * g, lo), hi)
            step = p + .5 * (target - p)
            # out far along the ray so that the crossing exists
            far = torch.minimum(torch.maximum(x[i] + 1.3 * (step - x[i]), lo), hi)
            with torch.no_grad():
                if int(model(far[None])[0].argmax()) == label:
                    break
            new = crossing(x[i], far, label)
            if float((new - p).norm()) < 1e-7:
                p = new; break
            p = new
            best = min(best, float((p - x[i]).norm()))
        best = min(best, float((p - x[i]).norm()))
    return best
n = 30
out["distance"] = [nearest(i) if int(model(x[i:i+1])[0].argmax()) == int(y[i]) else 0. for i in range(n)]
json.dump(out, open("reference.json", "w"), indent=1)
print({k: v for k, v in out.items() if k != "distance"}); print(np.round(out["distance"], 3))
