/** `user`: what was asked can't be done. `environment`: the disk, the network, a provider. `bug`: ours. */
export type FaultKind = 'user' | 'environment' | 'bug'
