"""The peer of the membership bench: LiRA and RMIA as vectorised NumPy, on the bench's own numbers.

Prints one line once it is ready, then answers each line it reads with one line:
  load <name> <folder> <records> <models>  reads signals (records x models), flags and target of a set of records
  run <what>                               scores, and prints wall and processor milliseconds
  write <file>                             writes the scores of the last run, float64
  has <module>                             yes or no
  peak                                     the process's peak memory in MiB
"""
import importlib.util
import os
import sys
import time

import numpy as np

GAMMA = 2.0
LOG_ROOT = 0.5 * np.log(2 * np.pi)


class Records:
    def __init__(self, folder, records, models):
        shape = (int(records), int(models))
        self.signals = np.fromfile(os.path.join(folder, "signals"), dtype="<f8").reshape(shape)
        self.inside = np.fromfile(os.path.join(folder, "inside"), dtype=bool).reshape(shape)
        self.target = np.fromfile(os.path.join(folder, "target"), dtype="<f8")

    def side(self, flags):
        """Every record is in half of the models: the selection is a matrix."""
        return self.signals[flags].reshape(len(self.signals), -1)

    def lists(self):
        return [[row[flag == side][:, None] for row, flag in zip(self.signals, self.inside)] for side in (True, False)]


def log_density(value, centre, spread):
    z = (value - centre) / spread
    return -0.5 * z * z - np.log(spread) - LOG_ROOT


def pooled(side, centres):
    return np.sqrt(((side - centres[:, None]) ** 2).sum() / (side.shape[0] * (side.shape[1] - 1)))


def lira(records, online, pool):
    outside = records.side(~records.inside)
    centre_out = np.median(outside, axis=1)
    spread_out = pooled(outside, centre_out) if pool else outside.std(axis=1)
    if not online:
        return (records.target - centre_out) / spread_out
    inside = records.side(records.inside)
    centre_in = np.median(inside, axis=1)
    spread_in = pooled(inside, centre_in) if pool else inside.std(axis=1)
    return log_density(records.target, centre_in, spread_in) - log_density(records.target, centre_out, spread_out)


def ragged_lira(records):
    """For models that are not balanced: what is on the other side is left out as NaN."""
    inside = np.where(records.inside, records.signals, np.nan)
    outside = np.where(records.inside, np.nan, records.signals)
    return (log_density(records.target, np.nanmedian(inside, axis=1), np.nanstd(inside, axis=1))
            - log_density(records.target, np.nanmedian(outside, axis=1), np.nanstd(outside, axis=1)))


def ratio(records):
    def probability(signals):
        return 1 / (1 + np.exp(-signals))

    return probability(records.target) / probability(records.signals).mean(axis=1)


def rmia(records, population):
    return (ratio(records)[:, None] / ratio(population)[None, :] > GAMMA).mean(axis=1)


def attacks(sets):
    def audited():
        return sets["audited"]

    def tensorflow_privacy():
        from tensorflow_privacy.privacy.privacy_tests.membership_inference_attack import advanced_mia
        inside, outside = sets["lists"]
        return advanced_mia.compute_score_lira(audited().target[:, None], inside, outside)

    return {
        "lira-online": lambda: lira(audited(), True, False),
        "lira-pooled": lambda: lira(audited(), True, True),
        "lira-offline": lambda: lira(audited(), False, False),
        "lira-ragged": lambda: ragged_lira(audited()),
        "rmia": lambda: rmia(audited(), sets["population"]),
        "tensorflow_privacy": tensorflow_privacy,
    }


def peak():
    """Of this program: the resource module also counts the process it was forked from."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))


def main():
    sets, scores = {}, None
    known = attacks(sets)
    print(f"NumPy {np.__version__}", flush=True)
    for line in sys.stdin:
        command, *words = line.rstrip("\n").split("\t")
        answer = "done"
        if command == "load":
            sets[words[0]] = Records(*words[1:])
        elif command == "run":
            if words[0] == "tensorflow_privacy" and "lists" not in sets:
                sets["lists"] = sets["audited"].lists()
            wall, processor = time.perf_counter(), time.process_time()
            scores = known[words[0]]()
            answer = f"{(time.perf_counter() - wall) * 1000:.4f}\t{(time.process_time() - processor) * 1000:.4f}"
        elif command == "write":
            np.asarray(scores, dtype="<f8").tofile(words[0])
        elif command == "has":
            answer = "yes" if importlib.util.find_spec(words[0]) else "no"
        elif command == "peak":
            answer = str(peak())
        print(answer, flush=True)


if __name__ == "__main__":
    main()
