import inspect
import pickle

import quindex as qx

method = qx.normalise.MinMax(low=1)
print(method)
print(inspect.signature(qx.normalise.MinMax))
print(method == qx.normalise.MinMax(low=1, high=100), pickle.loads(pickle.dumps(method)) == method)
print(method.replace(high=10))
try:
    qx.normalise.MinMax(hihg=10)
except qx.SpecError as error:
    print(error)
