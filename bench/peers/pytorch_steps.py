"""The peer of the training bench: trains the same networks in PyTorch, step by step, on request.

Started by the bench with the number of threads as its argument. Prints one line once it is ready; then, for each line "<network> <steps>" it reads,
trains that many steps and prints the milliseconds they took. "peak" prints the process's peak memory in MiB.
"""
import sys
import time

import torch


def mlp():
    n = torch.nn
    net = n.Sequential(n.Linear(446, 128), n.ReLU(), n.Linear(128, 30))
    return net, (torch.rand(1536, 446) < 0.2).float(), torch.randint(0, 30, (1536,))


def cnn():
    n = torch.nn
    net = n.Sequential(n.Conv2d(1, 8, 3, padding=1), n.ReLU(), n.MaxPool2d(2), n.Conv2d(8, 16, 3, padding=1), n.ReLU(), n.MaxPool2d(2),
                       n.Flatten(), n.Linear(784, 48), n.ReLU(), n.Linear(48, 10))
    return net, torch.rand(1024, 1, 28, 28), torch.randint(0, 10, (1024,))


class Training:
    def __init__(self, network):
        self.net, self.x, self.y = network()
        self.optimiser = torch.optim.Adam(self.net.parameters(), lr=1e-3)
        self.rows = torch.randperm(len(self.x))
        self.at = 0

    def step(self):
        if self.at + 64 > len(self.rows):
            self.at = 0
        rows = self.rows[self.at:self.at + 64]
        self.at += 64
        self.optimiser.zero_grad()
        torch.nn.functional.cross_entropy(self.net(self.x[rows]), self.y[rows]).backward()
        self.optimiser.step()


def peak():
    """Of this program: the resource module also counts the process it was forked from."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))


def main():
    torch.set_num_threads(int(sys.argv[1]))
    torch.manual_seed(1)
    networks = {"mlp": mlp, "cnn": cnn}
    trainings = {}
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} thread", flush=True)
    for line in sys.stdin:
        name, *steps = line.split()
        if name == "peak":
            print(peak(), flush=True)
            continue
        if name not in trainings:
            trainings[name] = Training(networks[name])
        start = time.perf_counter()
        for _ in range(int(steps[0])):
            trainings[name].step()
        print(f"{(time.perf_counter() - start) * 1000:.3f}", flush=True)


if __name__ == "__main__":
    main()
