"""What finding out would be worth: perfect information about everything (EVPI), or about one unknown (EVPPI).

`benefits` are net benefits, draws × strategies, in currency a child. EVPPI is by regression on the unknown (Strong, Oakley
& Brennan, Medical Decision Making 34 (2014)), with a cubic in place of a spline: draws are few here.
"""

import numpy as np

DEGREE = 3  # of the polynomial; a choice: enough for a turn, too little to follow luck over some dozens of draws


def evpi(benefits):
    """Expected value of perfect information, a child: the mean of the best less the best of the means."""
    return float(benefits.max(axis=1).mean() - benefits.mean(axis=0).max())


def evppi(benefits, unknown):
    """Expected value of knowing one unknown number alone, a child; `unknown` holds its value in each draw."""
    return evpi(_expected_given(benefits, unknown))


def _expected_given(benefits, unknown):
    """Net benefits as a smooth function of the unknown."""
    spread = np.ptp(unknown)
    if spread == 0.0:
        return np.broadcast_to(benefits.mean(axis=0), benefits.shape)
    scaled = 2.0 * (unknown - unknown.min()) / spread - 1.0
    basis = np.polynomial.chebyshev.chebvander(scaled, min(DEGREE, len(np.unique(unknown)) - 1))
    weights, *_ = np.linalg.lstsq(basis, benefits, rcond=None)
    return basis @ weights


def for_a_district(a_child, children, years):
    """What it is worth to one district over its years, undiscounted."""
    return a_child * children * years
