"""Gradients by PyTorch, against which the tests hold those of Paname. Documents how the numbers in this folder were made; no test or build runs it.

Made with Debian's Python 3.11, PyTorch 1.13 with OpenBLAS, one thread, in float64 from the float32 weights:  python3 make_gradients.py REFERENCE
REFERENCE is the folder with models/<name>/target.{pt,onnx} and lm/, the TorchScript twins of the ONNX files.

Each case <name> gives
  <name>.json       loss, labels, shapes of inputs, and for every tensor its name in the ONNX file, its shape, and the norm of each record's own gradient
  <name>.npy        float32: gradients of the mean loss, one tensor after another in the order of the JSON; last, where the input is floating-point, that of the input
  <name>.x.npy      the inputs, where they are not the first rows of a file that is there already
  <name>.onnx       the model, where it is made here
A tensor that the exporter has stored transposed is listed, and its gradient stored, as it lies in the ONNX file.
"""
import json
import math
import sys
import warnings

import numpy as np
import onnx
import onnx.numpy_helper
import torch
import torch.nn as nn
import torch.nn.functional as F

warnings.filterwarnings("ignore")
torch.set_num_threads(1)
REF = sys.argv[1]


def initialisers(path):
    graph = onnx.load(path).graph
    return {t.name: onnx.numpy_helper.to_array(t) for t in graph.initializer}


def match(parameters, stored):
    """ONNX name, shape and whether transposed, for each parameter: by name, else by value, whatever axes of one element are added."""
    found = {}
    for name, value in parameters.items():
        v = value.detach().numpy()
        candidates = ([(name, stored[name])] if name in stored else []) + list(stored.items())
        hits = [(n, s.shape, t) for n, s in candidates for t in (False, True) if np.array_equal(s.squeeze(), (v.T if t else v).squeeze())]
        assert hits, name
        found[name] = hits[0]
    return found


def write(name, model_path, model, parameters, x, y, losses, save_x, per_record=True):
    """losses(model, x, y) -> one loss per record."""
    floating = torch.is_floating_point(x)
    names = match(parameters, initialisers(model_path))
    model.double()
    parameters = {name: dict(model.named_parameters())[name] for name in parameters}
    x = (x.double() if floating else x.clone()).requires_grad_(floating)
    each = losses(model, x, y)
    wanted = list(parameters.values()) + ([x] if floating else [])
    gradients = torch.autograd.grad(each.mean(), wanted)
    norms = []
    if per_record:
        for i in range(len(x)):
            own = torch.autograd.grad(losses(model, x[i:i + 1], y[i:i + 1])[0], list(parameters.values()))
            norms.append([float(g.double().norm()) for g in own])
    tensors, flat = [], []
    for index, (parameter, g) in enumerate(zip(parameters, gradients)):
        onnx_name, shape, transposed = names[parameter]
        g = (g.T if transposed else g).reshape(shape)
        tensors.append({"name": onnx_name, "shape": list(g.shape), "norms": [n[index] for n in norms]})
        flat.append(g.numpy().ravel())
    if floating:
        flat.append(gradients[-1].numpy().ravel())
    case = {
        "loss": float(each.mean()), "input": list(x.shape), "labels": y.flatten().tolist(), "losses": [float(v) for v in each],
        "inputGradient": floating, "tensors": tensors,
    }
    with open(f"{name}.json", "w") as f:
        json.dump(case, f, indent=1)
    np.save(f"{name}.npy", np.concatenate(flat).astype(np.float32))
    if save_x:
        np.save(f"{name}.x.npy", x.detach().numpy().astype(np.float32 if floating else np.int64))
    print(name, case["loss"], sum(len(f) for f in flat))


def classify(model, x, y):
    return F.cross_entropy(model(x), y, reduction="none")


def next_token(model, x, y):
    logits = model(x)
    losses = F.cross_entropy(logits.flatten(0, 1), y.flatten(), reduction="none", ignore_index=-1).view(y.shape)
    return losses.sum(1) / (y >= 0).sum(1)


def reference_models():
    def labels(name, n):
        return torch.tensor([int(v) for v in open(f"{REF}/models/{name}/pool_labels.csv").read().split()][:n])

    for name in ("breast_cancer_mlp", "digits_mlp"):
        model = torch.jit.load(f"{REF}/models/{name}/target.pt")
        x = torch.tensor(np.load(f"{REF}/models/{name}/pool_x.npy")).float()
        y = labels(name, len(x))
        # Most losses of the breast cancer model are exactly 0 in float32, and so are their gradients: the records with the largest ones are taken.
        rows = torch.arange(8) if name == "digits_mlp" else classify(model, x, y).topk(8).indices
        write(name, f"{REF}/models/{name}/target.onnx", model, dict(model.named_parameters()), x[rows], y[rows], classify, True)

    model = torch.jit.load(f"{REF}/models/fmnist_cnn/target.pt")
    pixels = np.fromfile(f"{REF}/models/fmnist_cnn/pool-images-idx3-ubyte", np.uint8)[16:16 + 8 * 784].reshape(8, 1, 28, 28)
    write("fmnist_cnn", f"{REF}/models/fmnist_cnn/target.onnx", model, dict(model.named_parameters()), torch.tensor(pixels / 255.0).float(), labels("fmnist_cnn", 8), classify, False)

    # No row of Location-30 takes part: the features are coin tosses.
    model = torch.jit.load(f"{REF}/models/location30_mlp/target.pt")
    rng = np.random.default_rng(7)
    x = torch.tensor((rng.random((8, 446)) < 0.1).astype(np.float32))
    write("location30_mlp", f"{REF}/models/location30_mlp/target.onnx", model, dict(model.named_parameters()), x, torch.tensor(rng.integers(0, 30, 8)), classify, True)

    model = torch.jit.load(f"{REF}/lm/lm_target.pt")
    texts = json.load(open(f"{REF}/lm/lm.json"))["members"][:4]
    ids = [[2] + list(t.encode("ascii")) + [3] for t in texts]
    width = max(map(len, ids)) - 1
    x = torch.tensor([i[:-1] + [0] * (width - len(i) + 1) for i in ids])
    y = torch.tensor([i[1:] + [-1] * (width - len(i) + 1) for i in ids])
    write("lm_target", f"{REF}/lm/lm_target.onnx", model, dict(model.named_parameters()), x, y, next_token, True)


class Block(nn.Module):
    def __init__(self, i, o, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(i, o, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(o)
        self.conv2 = nn.Conv2d(o, o, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(o)
        self.down = nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False), nn.BatchNorm2d(o)) if stride > 1 else None

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (x if self.down is None else self.down(x)))


class ResNet18(nn.Module):
    """The topology of ResNet-18 (He et al. 2016): stem, four stages of two basic blocks, global pooling; narrower."""

    def __init__(self, w):
        super().__init__()
        self.conv1 = nn.Conv2d(3, w, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(w)
        self.pool = nn.MaxPool2d(3, 2, 1)
        stages = []
        for i, (a, b, s) in enumerate([(w, w, 1), (w, 2 * w, 2), (2 * w, 4 * w, 2), (4 * w, 8 * w, 2)]):
            stages += [Block(a, b, s), Block(b, b, 1)]
        self.stages = nn.Sequential(*stages)
        self.fc = nn.Linear(8 * w, 10)

    def forward(self, x):
        x = self.stages(self.pool(F.relu(self.bn1(self.conv1(x)))))
        return self.fc(torch.flatten(F.adaptive_avg_pool2d(x, (1, 1)), 1))


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 6, 5, padding=2)
        self.c2 = nn.Conv2d(6, 16, 5)
        self.f1 = nn.Linear(16 * 25, 40)
        self.f2 = nn.Linear(40, 24)
        self.f3 = nn.Linear(24, 10)

    def forward(self, x):
        x = F.avg_pool2d(torch.tanh(self.c1(x)), 2)
        x = F.avg_pool2d(torch.tanh(self.c2(x)), 2)
        return self.f3(torch.tanh(self.f2(torch.tanh(self.f1(torch.flatten(x, 1))))))


class Normed(nn.Module):
    """Group, instance and layer normalisation, a depthwise and a dilated convolution, PReLU."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(3, 8, 3, padding=1, bias=False)
        self.gn = nn.GroupNorm(2, 8)
        self.act = nn.PReLU(8)
        self.c2 = nn.Conv2d(8, 8, 3, stride=2, padding=1, groups=8, bias=False)
        self.inorm = nn.InstanceNorm2d(8, affine=True)
        self.c3 = nn.Conv2d(8, 12, 3, dilation=2, groups=2)
        self.ln = nn.LayerNorm(12)
        self.fc = nn.Linear(12, 5)

    def forward(self, x):
        x = self.act(self.gn(self.c1(x)))
        x = F.silu(self.inorm(self.c2(x)))
        return self.fc(self.ln(self.c3(x).mean((2, 3))))


class Conv1D(nn.Module):
    """A linear layer as GPT-2 writes it: on rows of tokens, with the matrix inputs x outputs."""

    def __init__(self, i, o):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(i, o) * 0.1)
        self.bias = nn.Parameter(torch.randn(o) * 0.1)

    def forward(self, x):
        return torch.addmm(self.bias, x.view(-1, x.size(-1)), self.weight).view(x.size()[:-1] + (self.weight.size(1),))


class GptBlock(nn.Module):
    def __init__(self, d, heads, context):
        super().__init__()
        self.heads = heads
        self.ln_1 = nn.LayerNorm(d)
        self.c_attn = Conv1D(d, 3 * d)
        self.c_proj = Conv1D(d, d)
        self.ln_2 = nn.LayerNorm(d)
        self.c_fc = Conv1D(d, 4 * d)
        self.c_out = Conv1D(4 * d, d)
        self.register_buffer("mask", torch.tril(torch.ones(context, context, dtype=torch.bool)).view(1, 1, context, context))

    def split(self, x):
        return x.view(x.size(0), x.size(1), self.heads, x.size(2) // self.heads).permute(0, 2, 1, 3)

    def forward(self, x):
        q, k, v = map(self.split, self.c_attn(self.ln_1(x)).split(x.size(2), dim=2))
        t = q.size(2)
        w = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(v.size(-1))
        w = torch.where(self.mask[:, :, :t, :t], w, torch.tensor(-1e4, dtype=w.dtype))
        a = torch.matmul(F.softmax(w, -1), v).permute(0, 2, 1, 3).contiguous()
        x = x + self.c_proj(a.view(a.size(0), a.size(1), -1))
        h = self.c_fc(self.ln_2(x))
        h = 0.5 * h * (1.0 + torch.tanh(math.sqrt(2.0 / math.pi) * (h + 0.044715 * torch.pow(h, 3.0))))
        return x + self.c_out(h)


class Gpt2(nn.Module):
    """Token and learned position embeddings, pre-norm blocks, a head tied to the token embedding or not."""

    def __init__(self, tied, d=64, heads=4, vocabulary=48, context=24, layers=1):
        super().__init__()
        self.wte = nn.Embedding(vocabulary, d)
        self.wpe = nn.Embedding(context, d)
        self.h = nn.Sequential(*[GptBlock(d, heads, context) for _ in range(layers)])
        self.ln_f = nn.LayerNorm(d)
        nn.init.normal_(self.wte.weight, std=0.3)
        nn.init.normal_(self.wpe.weight, std=0.3)
        self.head = None if tied else nn.Linear(d, vocabulary, bias=False)

    def forward(self, ids):
        positions = torch.arange(0, ids.size(1)).unsqueeze(0)
        x = self.ln_f(self.h(self.wte(ids) + self.wpe(positions)))
        return torch.matmul(x, self.wte.weight.t()) if self.head is None else self.head(x)


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 6, batch_first=True)
        self.fc = nn.Linear(6, 3)

    def forward(self, x):
        return self.fc(self.lstm(x)[0][:, -1])


def export(name, model, x, opset, training=False, fold=True, axes=None):
    # EVAL would fold batch normalisation into the convolutions.
    mode = torch.onnx.TrainingMode.TRAINING if training else torch.onnx.TrainingMode.PRESERVE
    torch.onnx.export(model, x, f"{name}.onnx", opset_version=opset, input_names=["x"], output_names=["logits"], training=mode,
                      do_constant_folding=fold, dynamic_axes=axes or {"x": {0: "n"}, "logits": {0: "n"}})


def randomise(model, seed):
    """Norm layers get scales, shifts and running statistics as if trained."""
    torch.manual_seed(seed)
    for m in model.modules():
        if isinstance(m, (nn.BatchNorm2d, nn.GroupNorm, nn.InstanceNorm2d, nn.LayerNorm)):
            nn.init.uniform_(m.weight, 0.6, 1.4)
            nn.init.uniform_(m.bias, -0.4, 0.4)
        if isinstance(m, nn.BatchNorm2d):
            nn.init.uniform_(m.running_mean, -0.3, 0.3)
            nn.init.uniform_(m.running_var, 0.5, 1.5)


def exported_models():
    for name, make, shape, classes, opset, training in [
        ("resnet18", lambda: ResNet18(8), (4, 3, 48, 48), 10, 14, False),
        ("resnet18_training", lambda: ResNet18(4), (6, 3, 48, 48), 10, 15, True),
        ("lenet", LeNet, (5, 1, 28, 28), 10, 13, False),
        ("normed", Normed, (5, 3, 12, 12), 5, 17, False),
    ]:
        torch.manual_seed(11)
        model = make()
        randomise(model, 12)
        model.train(training)
        x = torch.randn(shape)
        y = torch.randint(0, classes, (shape[0],))
        export(name, model, x, opset, training, fold=not training)
        model.train(training)
        write(name, f"{name}.onnx", model, dict(model.named_parameters()), x, y, classify, True, per_record=not training)

    for name, tied, opset in [("gpt2", False, 14), ("gpt2_tied", True, 16)]:
        torch.manual_seed(21)
        model = Gpt2(tied).eval()
        randomise(model, 22)
        x = torch.randint(0, 48, (3, 12))
        y = torch.cat([x[:, 1:], torch.full((3, 1), -1)], 1)
        y[1, 8:] = -1
        axes = {"x": {0: "n", 1: "t"}, "logits": {0: "n", 1: "t"}}
        export(name, model, x, opset, fold=False, axes=axes)
        write(name, f"{name}.onnx", model, dict(model.named_parameters()), x, y, next_token, True)

    torch.manual_seed(31)
    export("lstm", Lstm().eval(), torch.randn(2, 5, 4), 14)


if __name__ == "__main__":
    reference_models()
    exported_models()
