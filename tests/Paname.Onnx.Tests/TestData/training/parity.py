"""Makes parity.json: loss curves and accuracies of PyTorch 1.13 (Debian python3-torch, libopenblas0-pthread).

Usage: python3 parity.py <folder that holds fmnist_cnn with target.pt> <folder of lm_target.pt and lm.json>

Both sides start from weights that are a formula (see `formula`), so no weights are stored. Batches go through the records in order, without shuffling.
"""
import json
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper

torch.set_num_threads(1)
MASK = (1 << 64) - 1


def fnv1a(text):
    h = 0xCBF29CE484222325
    for byte in text.encode():
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return h


def formula(name, shape, amplitude):
    """Uniform in +-amplitude: splitmix64 of the tensor's name and the element's position, in the layout of the ONNX file."""
    count = int(np.prod(shape))
    with np.errstate(over="ignore"):
        z = np.uint64(fnv1a(name)) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    u = (z >> np.uint64(11)).astype(np.float64) * 2.0**-53
    return ((2 * u - 1) * amplitude).astype(np.float32).reshape(shape)


def start(model, onnx_path, amplitude):
    """Sets every parameter of a TorchScript model to the formula of the ONNX tensor that holds it, transposed or not."""
    tensors = {t.name: numpy_helper.to_array(t) for t in onnx.load(onnx_path).graph.initializer}
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            value = parameter.numpy()
            if value.ndim == 1:
                parameter.copy_(torch.ones_like(parameter) if name.endswith("weight") else torch.zeros_like(parameter))
                continue
            for stored, tensor in tensors.items():
                if tensor.shape == value.shape and np.array_equal(tensor, value):
                    parameter.copy_(torch.from_numpy(formula(stored, tensor.shape, amplitude(tensor.shape))))
                    break
                if tensor.shape == value.T.shape and np.array_equal(tensor, value.T):
                    parameter.copy_(torch.from_numpy(formula(stored, tensor.shape, amplitude(tensor.shape)).T.copy()))
                    break
            else:
                raise SystemExit(f"{name} is not in the file")


def run(model, steps, batch, x, y, loss, rate):
    optimiser = torch.optim.Adam(model.parameters(), lr=rate)
    curve, at = [], 0
    order = np.arange(len(x))
    for step in range(steps):
        rows = order[at:at + batch]
        at += batch
        if at >= len(x):
            at = 0
        optimiser.zero_grad()
        value = loss(model(x[rows]), y[rows])
        value.backward()
        optimiser.step()
        curve.append(float(value))
    return curve


def idx(path):
    raw = np.fromfile(path, np.uint8)
    shape = [int.from_bytes(raw[4 + 4 * i:8 + 4 * i].tobytes(), "big") for i in range(raw[3])]
    return raw[4 + 4 * len(shape):].reshape(shape)


class Lenet(torch.nn.Module):
    """The network of fmnist_cnn with PyTorch's own first weights."""

    def __init__(self):
        super().__init__()
        n = torch.nn
        self.net = n.Sequential(n.Conv2d(1, 8, 3, padding=1), n.ReLU(), n.MaxPool2d(2), n.Conv2d(8, 16, 3, padding=1), n.ReLU(), n.MaxPool2d(2),
                                n.Flatten(), n.Linear(784, 48), n.ReLU(), n.Linear(48, 10))

    def forward(self, x):
        return self.net(x)


def accuracy(model, x, y):
    model.eval()
    with torch.no_grad():
        return float((model(x).argmax(-1) == y).float().mean())


def epochs(model, count, batch, x, y, rate, seed):
    generator = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=rate)
    for _ in range(count):
        for rows in torch.randperm(len(x), generator=generator).split(batch):
            optimiser.zero_grad()
            torch.nn.functional.cross_entropy(model(x[rows]), y[rows]).backward()
            optimiser.step()


def fashion(models):
    folder = f"{models}/fmnist_cnn"
    pool = torch.from_numpy(idx(f"{folder}/pool-images-idx3-ubyte").astype(np.float32) / 255).reshape(-1, 1, 28, 28)
    population = torch.from_numpy(idx(f"{folder}/population-images-idx3-ubyte").astype(np.float32) / 255).reshape(-1, 1, 28, 28)
    labels = torch.from_numpy(idx(f"{folder}/pool-labels-idx1-ubyte").astype(np.int64))
    held = torch.from_numpy(idx(f"{folder}/population-labels-idx1-ubyte").astype(np.int64))
    model = torch.jit.load(f"{folder}/target.pt")
    start(model, f"{folder}/target.onnx", lambda shape: 1 / np.sqrt(np.prod(shape[1:])))
    curve = run(model, 100, 64, pool, labels, torch.nn.functional.cross_entropy, 1e-3)
    spread = []
    for seed in range(8):
        torch.manual_seed(seed)
        net = Lenet()
        epochs(net, 10, 64, pool, labels, 1e-3, seed)
        spread.append(accuracy(net, population, held))
    return {"loss": curve, "rate": 1e-3, "batch": 64, "epochs": 10, "heldOutAccuracyBySeed": spread}


def language(folder):
    facts = json.load(open(f"{folder}/lm.json"))
    length = 96

    def tokens(texts):
        return torch.tensor([([2] + [ord(c) for c in text] + [3])[:length] for text in texts if len(text) >= length])

    members, others = tokens(facts["members"]), tokens(facts["nonmembers"])

    def loss(logits, ids):
        return torch.nn.functional.cross_entropy(logits[:, :-1].reshape(-1, 128), ids[:, 1:].reshape(-1))

    def begin():
        model = torch.jit.load(f"{folder}/lm_target.pt")
        start(model, f"{folder}/lm_target.onnx", lambda shape: 0.1)
        return model

    def held(model):
        with torch.no_grad():
            logits = torch.cat([model(rows) for rows in others[:200].split(50)])
            return float((logits[:, :-1].argmax(-1) == others[:200, 1:]).float().mean())

    model = begin()
    curve = run(model, 100, 8, members, members, loss, 1e-3)
    same = held(model)
    spread = []
    for seed in range(5):
        net = begin()
        # Other batches from the same first weights: the spread of order alone, the smallest there is.
        order = torch.randperm(len(members), generator=torch.Generator().manual_seed(seed))
        run(net, 100, 8, members[order], members[order], loss, 1e-3)
        spread.append(held(net))
    return {"loss": curve, "rate": 1e-3, "batch": 8, "length": length, "texts": len(members), "heldOutTokenAccuracy": same, "heldOutTokenAccuracyByOrder": spread}


if __name__ == "__main__":
    result = {"fashion": fashion(sys.argv[1]), "language": language(sys.argv[2])}
    with open("parity.json", "w", encoding="utf-8") as out:
        json.dump(result, out, indent=1)
        out.write("\n")
