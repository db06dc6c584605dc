package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strconv"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// makeTree writes first {"note", "vkey"}; then for each size up to the last its root; then proofs. The i-th entry is
// "entry i", and the checkpoint is signed with the key made of the seed.
func makeTree(seedHex, name, leavesText string) error {
	seed, err := hex.DecodeString(seedHex)
	if err != nil || len(seed) != ed25519.SeedSize {
		return fmt.Errorf("a seed is %d bytes in hexadecimal", ed25519.SeedSize)
	}
	leaves, err := strconv.ParseInt(leavesText, 10, 64)
	if err != nil {
		return err
	}
	stored := new(memory)
	roots := make([]tlog.Hash, leaves+1)
	for n := int64(0); n < leaves; n++ {
		if err := stored.add(n, []byte(fmt.Sprintf("entry %d", n))); err != nil {
			return err
		}
		if roots[n+1], err = tlog.TreeHash(n+1, stored); err != nil {
			return err
		}
	}

	text := fmt.Sprintf("%s\n%d\n%v\n", name, leaves, roots[leaves])
	signed, vkey, err := sign(text, name, seed)
	if err != nil {
		return err
	}
	if err := output.Encode(map[string]interface{}{"note": signed, "vkey": vkey, "roots": roots[1:]}); err != nil {
		return err
	}
	return writeProofs(stored, roots)
}

func sign(text, name string, seed []byte) (signed, vkey string, err error) {
	key := ed25519.NewKeyFromSeed(seed)
	if vkey, err = note.NewEd25519VerifierKey(name, key.Public().(ed25519.PublicKey)); err != nil {
		return
	}
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return
	}
	secret := base64.StdEncoding.EncodeToString(append([]byte{1}, seed...))
	signer, err := note.NewSigner(fmt.Sprintf("PRIVATE+KEY+%s+%08x+%s", name, verifier.KeyHash(), secret))
	if err != nil {
		return
	}
	message, err := note.Sign(&note.Note{Text: text}, signer)
	return string(message), vkey, err
}

// writeProofs proves every entry and every earlier tree, in trees of a few sizes.
func writeProofs(stored *memory, roots []tlog.Hash) error {
	last := int64(len(roots) - 1)
	for size := last; size > 0; size = size * 2 / 3 {
		for n := int64(0); n < size; n++ {
			hashes, err := tlog.ProveRecord(size, n, stored)
			if err != nil {
				return err
			}
			leaf := (*stored)[tlog.StoredHashIndex(0, n)]
			if err := output.Encode(proof{Index: n, Leaf: &leaf, Size: size, Root: roots[size], Hashes: hashes}); err != nil {
				return err
			}
			older, err := tlog.ProveTree(size, n+1, stored)
			if err != nil {
				return err
			}
			if err := output.Encode(proof{OldSize: n + 1, OldRoot: &roots[n+1], Size: size, Root: roots[size], Hashes: older}); err != nil {
				return err
			}
		}
	}
	return nil
}
