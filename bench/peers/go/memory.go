package main

import "golang.org/x/mod/sumdb/tlog"

// memory keeps the hashes of a tree in the order in which package tlog stores them.
type memory []tlog.Hash

func (m *memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = (*m)[index]
	}
	return hashes, nil
}

// add stores the n-th entry, and the subtrees it completes.
func (m *memory) add(n int64, entry []byte) error {
	hashes, err := tlog.StoredHashes(n, entry, m)
	*m = append(*m, hashes...)
	return err
}
