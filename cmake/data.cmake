# Assembles build/<preset>/data: what the program reads at run time. It lies beside the binary
# in a build tree; `entente --data DIR` names another.
