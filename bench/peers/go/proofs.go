package main

import (
	"encoding/json"
	"errors"
	"io"

	"golang.org/x/mod/sumdb/tlog"
)

// proof is an inclusion proof where it has a leaf, and else a consistency proof.
type proof struct {
	Index   int64       `json:"index,omitempty"`
	Leaf    *tlog.Hash  `json:"leaf,omitempty"`
	OldSize int64       `json:"oldSize,omitempty"`
	OldRoot *tlog.Hash  `json:"oldRoot,omitempty"`
	Size    int64       `json:"size"`
	Root    tlog.Hash   `json:"root"`
	Hashes  []tlog.Hash `json:"hashes"`
}

func (p proof) check() error {
	if p.Leaf != nil {
		return tlog.CheckRecord(p.Hashes, p.Size, p.Root, p.Index, *p.Leaf)
	}
	if p.OldRoot == nil {
		return errors.New("a proof has a leaf or an old root")
	}
	return tlog.CheckTree(p.Hashes, p.Size, p.Root, p.OldSize, *p.OldRoot)
}

func checkProofs(input io.Reader) error {
	lines := json.NewDecoder(input)
	for {
		var p proof
		if err := lines.Decode(&p); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := output.Encode(map[string]bool{"holds": p.check() == nil}); err != nil {
			return err
		}
	}
}
