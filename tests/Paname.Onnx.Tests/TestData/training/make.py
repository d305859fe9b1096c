"""Writes optimisers.json, digits_start.onnx and digits_losses.csv (PyTorch 1.13, one thread)."""
import json
import sys

import numpy
import torch

torch.set_num_threads(1)
SGD = torch.optim.SGD
CASES = {
    "sgd": (SGD, dict(lr=0.1)),
    "sgd_decay": (SGD, dict(lr=0.1, weight_decay=0.2)),
    "momentum": (SGD, dict(lr=0.1, momentum=0.9)),
    "nesterov": (SGD, dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.2)),
    "adam": (torch.optim.Adam, dict(lr=0.1)),
    "adam_decay": (torch.optim.Adam, dict(lr=0.1, betas=(0.8, 0.99), eps=1e-3, weight_decay=0.2)),
    "adamw": (torch.optim.AdamW, dict(lr=0.1, weight_decay=0.2)),
    "clipped": (SGD, dict(lr=0.1, momentum=0.9)),
}
X = torch.tensor([[1.0, 2.0], [-1.0, 0.5], [0.25, -1.5]])
Y = torch.tensor([[3.0], [0.0], [1.0]])


def weights_after(steps, optimiser, settings, clip):
    w = torch.tensor([[0.5], [-0.25]], requires_grad=True)
    step = optimiser([w], **settings)
    for _ in range(steps):
        step.zero_grad()
        torch.nn.functional.mse_loss(X @ w, Y).backward()
        if clip:
            torch.nn.utils.clip_grad_norm_([w], 0.5)
        step.step()
    return [float(v) for v in w.detach().flatten()]


def optimisers(folder):
    result = {name: [weights_after(n, *case, name == "clipped") for n in range(1, 6)] for name, case in CASES.items()}
    with open(f"{folder}/optimisers.json", "w") as out:
        json.dump(result, out, indent=1)


def digits(folder):
    """The classes the stored model predicts; batches of 48 in the order of the pool, again from its start when it is used up; Adam at 0.002."""
    x = torch.from_numpy(numpy.load(f"{folder}/../digits_mlp/pool_x.npy")).float()
    y = torch.from_numpy(numpy.loadtxt(f"{folder}/../digits_mlp/target_logits_pool.csv", delimiter=",").argmax(1))
    torch.manual_seed(5)
    model = torch.nn.Sequential(torch.nn.Linear(64, 32), torch.nn.ReLU(), torch.nn.Linear(32, 10))
    torch.onnx.export(model, x[:1], f"{folder}/digits_start.onnx", input_names=["x"], output_names=["logits"],
                      dynamic_axes={"x": {0: "n"}, "logits": {0: "n"}}, opset_version=13)
    step = torch.optim.Adam(model.parameters(), lr=0.002)
    losses = []
    while len(losses) < 100:
        for start in range(0, len(x), 48):
            step.zero_grad()
            loss = torch.nn.functional.cross_entropy(model(x[start:start + 48]), y[start:start + 48])
            loss.backward()
            step.step()
            losses.append(float(loss))
    with open(f"{folder}/digits_losses.csv", "w") as out:
        out.writelines(f"{v!r}\n" for v in losses[:100])


optimisers(sys.argv[1])
digits(sys.argv[1])
