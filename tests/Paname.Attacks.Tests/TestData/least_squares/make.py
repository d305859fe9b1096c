"""Residuals of an overfitted least-squares regression, and the AUC of their absolute values, by NumPy and SciPy.

Made with Debian's Python 3.11, NumPy 1.24, SciPy 1.10:  python3 make.py
60 members and 60 non-members with 40 standard normal features; y = x w + noise of standard deviation 2; weights by numpy.linalg.lstsq on the members.
"""
import json

import numpy as np
from scipy.stats import mannwhitneyu

rng = np.random.default_rng(20240)
n, d = 60, 40
x = rng.standard_normal((2 * n, d))
y = x @ rng.standard_normal(d) + 2 * rng.standard_normal(2 * n)
w = np.linalg.lstsq(x[:n], y[:n], rcond=None)[0]
predicted = x @ w
loss = (y - predicted) ** 2
np.save("actual.npy", y)
np.save("predicted.npy", predicted)
auc = mannwhitneyu(-loss[:n], -loss[n:]).statistic / n**2
json.dump({"origin": __doc__.strip().splitlines()[0] + " See make.py.", "scalars": {"members": n, "squared_error_auc": auc, "train_mse": loss[:n].mean(), "test_mse": loss[n:].mean()},
           "tolerance": 1e-12}, open("case.json", "w"), indent=1)
print(auc, loss[:n].mean(), loss[n:].mean())
