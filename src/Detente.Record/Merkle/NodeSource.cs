using Detente.Record.Bytes;

namespace Detente.Record.Merkle;

/// <summary>Where the hashes of full subtrees come from: tiles, memory, another log's answer.</summary>
/// <param name="level">The level of the node: 0 for leaves, 1 for their parents, at most 62.</param>
/// <param name="index">Its place from the left on that level.</param>
/// <returns>The hash of the full subtree over the leaves [index · 2^level, (index + 1) · 2^level). Only such as lie within the tree are asked for.</returns>
public delegate Hash32 NodeSource(int level, ulong index);
