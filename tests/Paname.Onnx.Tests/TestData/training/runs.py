"""Writes runs.json (PyTorch 1.13, one thread): weights, running statistics and losses of a small network after ten epochs, for optimisers, clipping, schedules and batch normalisation."""
import json
import sys

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
RECORDS = 26


def fill(count, offset, scale=1.0):
    return torch.tensor([((i + offset) * 7919 % 1009 / 1009 - 0.5) * scale for i in range(count)], dtype=torch.float32)


X = fill(RECORDS * 4, 1, 4).reshape(RECORDS, 4)
Y = torch.tensor([(i * 5 + i // 3) % 3 for i in range(RECORDS)])


def network():
    first, norm, last = torch.nn.Linear(4, 5), torch.nn.BatchNorm1d(5), torch.nn.Linear(5, 3)
    with torch.no_grad():
        first.weight.copy_(fill(20, 100).reshape(4, 5).t())
        first.bias.copy_(fill(5, 200))
        last.weight.copy_(fill(15, 300).reshape(5, 3).t())
        last.bias.copy_(fill(3, 400))
        norm.weight.copy_(fill(5, 500) + 1)
        norm.bias.copy_(fill(5, 600))
        norm.running_mean.copy_(fill(5, 700))
        norm.running_var.copy_(fill(5, 800) + 1)
    return first, norm, last


def run(normalised, optimiser, clip=None, schedule=None, batch=13):
    first, norm, last = network()
    layers = [first, norm, last] if normalised else [first, last]
    parameters = [p for layer in layers for p in layer.parameters()]
    step = optimiser(parameters)
    rates = schedule(step) if schedule else None
    losses, norms = [], []
    for _ in range(10):
        total = 0.0
        for start in range(0, RECORDS, batch):
            x, y = X[start:start + batch], Y[start:start + batch]
            h = first(x)
            loss = F.cross_entropy(last(torch.tanh(norm(h) if normalised else h)), y)
            total += loss.item() * len(y)
            step.zero_grad()
            loss.backward()
            if clip:
                norms.append(float(sum((p.grad ** 2).sum() for p in parameters) ** 0.5))
                torch.nn.utils.clip_grad_norm_(parameters, clip)
            step.step()
        if rates:
            rates.step()
        losses.append(total / RECORDS)
    if clip:
        print(f"{sum(n > clip for n in norms)} of {len(norms)} gradients clipped, norms from {min(norms):.2f} to {max(norms):.2f}")
    weights = [t for layer in layers for t in ((layer.weight.t() if layer.weight.dim() == 2 else layer.weight), layer.bias)]
    statistics = [norm.running_mean, norm.running_var] if normalised else []
    flat = lambda tensors: [float(v) for t in tensors for v in t.detach().reshape(-1)]
    return dict(weights=flat(weights), statistics=flat(statistics), losses=losses)


SGD, ADAM, ADAMW, LR = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.lr_scheduler
result = {
    "nesterov_decay_clip": run(False, lambda p: SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.01), clip=0.3),
    "adam_decay_clip": run(False, lambda p: ADAM(p, 0.02, weight_decay=0.05), clip=0.2),
    "clip_some": run(False, lambda p: SGD(p, 0.1), clip=0.45),
    "adamw": run(False, lambda p: ADAMW(p, 0.02, weight_decay=0.1)),
    "batchnorm": run(True, lambda p: SGD(p, 0.1, momentum=0.9)),
    "batchnorm_last_batch": run(True, lambda p: SGD(p, 0.1), batch=8),
    "cosine": run(False, lambda p: SGD(p, 0.2), schedule=lambda s: LR.CosineAnnealingLR(s, 10, eta_min=0.02)),
    "steps": run(False, lambda p: SGD(p, 0.2), schedule=lambda s: LR.StepLR(s, 3, 0.5)),
}
with open(f"{sys.argv[1]}/runs.json", "w") as out:
    json.dump(result, out)
