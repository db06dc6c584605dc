package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"runtime"
	"strconv"
	"syscall"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const entryLength = 256

// bench does one item so many times and writes the CPU seconds it took, with a check that both programs did the same work.
func bench(item, countText string) error {
	count, err := strconv.ParseInt(countText, 10, 64)
	if err != nil {
		return err
	}
	var work func() (string, error)
	switch item {
	case "append-stored":
		work = func() (string, error) { return appendStored(count) }
	case "append":
		work = func() (string, error) { return appendFrontier(count) }
	case "nodes":
		work = nodes(count)
	case "prove":
		work, err = prove(count)
	case "verify":
		work, err = verify(count)
	case "notes":
		work, err = notes(count)
	default:
		return fmt.Errorf("no item is called %q", item)
	}
	if err != nil {
		return err
	}
	runtime.GC()
	before := cpuSeconds()
	check, err := work()
	if err != nil {
		return err
	}
	return output.Encode(map[string]interface{}{"item": item, "count": count, "cpuSeconds": cpuSeconds() - before, "check": check})
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

// appendStored keeps every hash, as the checksum database does.
func appendStored(leaves int64) (string, error) {
	stored := make(memory, 0, 2*leaves)
	entry := make([]byte, entryLength)
	for n := int64(0); n < leaves; n++ {
		binary.BigEndian.PutUint64(entry, uint64(n))
		if err := stored.add(n, entry); err != nil {
			return "", err
		}
	}
	root, err := tlog.TreeHash(leaves, &stored)
	return root.String(), err
}

// appendFrontier keeps only what is needed to go on: the plainest loop there is.
func appendFrontier(leaves int64) (string, error) {
	var edge []tlog.Hash
	message := make([]byte, 1+entryLength)
	for n := int64(0); n < leaves; n++ {
		binary.BigEndian.PutUint64(message[1:], uint64(n))
		hash := tlog.Hash(sha256.Sum256(message))
		for full := n; full&1 == 1; full >>= 1 {
			hash = tlog.NodeHash(edge[len(edge)-1], hash)
			edge = edge[:len(edge)-1]
		}
		edge = append(edge, hash)
	}
	root := edge[len(edge)-1]
	for i := len(edge) - 2; i >= 0; i-- {
		root = tlog.NodeHash(edge[i], root)
	}
	return root.String(), nil
}

// nodes hashes the same 4096 pairs over and over.
func nodes(count int64) func() (string, error) {
	children := make([]tlog.Hash, 8192)
	for i := range children {
		children[i] = leaf(int64(i))
	}
	return func() (string, error) {
		var parents [4096]tlog.Hash
		for done := int64(0); done < count; done++ {
			i := done % 4096
			parents[i] = tlog.NodeHash(children[2*i], children[2*i+1])
		}
		return xor(parents[:]), nil
	}
}

const provenLeaves = 1_000_000

// tree stores a tree whose leaves hash the eight bytes of their index.
func tree() (*memory, tlog.Hash, error) {
	stored := make(memory, 0, 2*provenLeaves)
	for n := int64(0); n < provenLeaves; n++ {
		hashes, err := tlog.StoredHashesForRecordHash(n, leaf(n), &stored)
		if err != nil {
			return nil, tlog.Hash{}, err
		}
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(provenLeaves, &stored)
	return &stored, root, err
}

func leaf(n int64) tlog.Hash {
	var entry [8]byte
	binary.BigEndian.PutUint64(entry[:], uint64(n))
	return tlog.RecordHash(entry[:])
}

// index is the leaf that the i-th proof is about.
func index(i int64) int64 { return i * 7919 % provenLeaves }

func prove(count int64) (func() (string, error), error) {
	stored, _, err := tree()
	return func() (string, error) {
		var all tlog.Hash
		for i := int64(0); i < count; i++ {
			hashes, err := tlog.ProveRecord(provenLeaves, index(i), stored)
			if err != nil {
				return "", err
			}
			for j := range hashes[0] {
				all[j] ^= hashes[0][j] ^ hashes[len(hashes)-1][j]
			}
		}
		return hex.EncodeToString(all[:]), nil
	}, err
}

func verify(count int64) (func() (string, error), error) {
	stored, root, err := tree()
	if err != nil {
		return nil, err
	}
	proofs := make([]tlog.RecordProof, 10_000)
	for i := range proofs {
		if proofs[i], err = tlog.ProveRecord(provenLeaves, index(int64(i)), stored); err != nil {
			return nil, err
		}
	}
	return func() (string, error) {
		for i := int64(0); i < count; i++ {
			n := index(i % int64(len(proofs)))
			leaf := (*stored)[tlog.StoredHashIndex(0, n)]
			if err := tlog.CheckRecord(proofs[i%int64(len(proofs))], provenLeaves, root, n, leaf); err != nil {
				return "", err
			}
		}
		return fmt.Sprint(count), nil
	}, nil
}

func notes(count int64) (func() (string, error), error) {
	const name = "example.com/log"
	signed, vkey, err := sign(fmt.Sprintf("%s\n%d\n%v\n", name, provenLeaves, leaf(0)), name, make([]byte, 32))
	if err != nil {
		return nil, err
	}
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return nil, err
	}
	known := note.VerifierList(verifier)
	return func() (string, error) {
		for i := int64(0); i < count; i++ {
			if _, err := note.Open([]byte(signed), known); err != nil {
				return "", err
			}
		}
		return fmt.Sprint(count), nil
	}, nil
}

func xor(hashes []tlog.Hash) string {
	var all tlog.Hash
	for _, hash := range hashes {
		for i := range all {
			all[i] ^= hash[i]
		}
	}
	return hex.EncodeToString(all[:])
}
