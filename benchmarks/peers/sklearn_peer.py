"""scikit-learn, one epoch of a regressor of the same shape. Its output layer is linear and its order its own: no number to be compared.
Usage: sklearn_peer.py FOLDER W2"""
import warnings
from sklearn.neural_network import MLPRegressor
from common import report, samples

warnings.filterwarnings("ignore")
for sizes in ((784, 30, 10), (784, 128, 64, 10)):
    for batch in (10, 128):
        x, y = samples(sizes, 10000)
        model = MLPRegressor(sizes[1:-1], activation="logistic", solver="sgd", batch_size=batch, alpha=0, momentum=0, learning_rate_init=0.01)
        report(f"W2 {'-'.join(map(str, sizes))} batch {batch}", lambda: model.partial_fit(x, y), 1, 3, 1)
