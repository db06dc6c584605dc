package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// checkFolder opens the checkpoint, recomputes the root over all entries, and makes and checks proofs out of the tiles,
// which package tlog itself checks against the root.
func checkFolder(folder, vkey string) error {
	text, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return err
	}
	origin, tree, err := openCheckpoint(text, vkey)
	if err != nil {
		return err
	}
	stored, entryBytes, err := readEntries(folder, tree.N)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, stored)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("the entries have the root %v, the checkpoint says %v", root, tree.Hash)
	}
	inclusions, consistencies, err := checkTiles(folder, tree, stored)
	if err != nil {
		return err
	}
	return output.Encode(map[string]interface{}{
		"origin": origin, "size": tree.N, "root": root, "entryBytes": entryBytes,
		"inclusions": inclusions, "consistencies": consistencies,
	})
}

// openCheckpoint reads the three lines of a signed checkpoint. Those of package tlog are for the origin of Go only.
func openCheckpoint(text []byte, vkey string) (origin string, tree tlog.Tree, err error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return "", tree, fmt.Errorf("a checkpoint has three lines, this one has %d", len(lines)-1)
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return lines[0], tree, err
}

func readEntries(folder string, size int64) (*memory, int64, error) {
	stored := new(memory)
	var total int64
	for first := int64(0); first < size; first += 1 << tileHeight {
		width := 1 << tileHeight
		if size-first < int64(width) {
			width = int(size - first)
		}
		bundle, err := os.ReadFile(tilePath(folder, tlog.Tile{H: tileHeight, L: -1, N: first >> tileHeight, W: width}))
		if err != nil {
			return nil, 0, err
		}
		for i := 0; i < width; i++ {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return nil, 0, fmt.Errorf("the bundle of entry %d ends early", first+int64(i))
			}
			length := int(binary.BigEndian.Uint16(bundle))
			if err := stored.add(first+int64(i), bundle[2:2+length]); err != nil {
				return nil, 0, err
			}
			total += int64(length)
			bundle = bundle[2+length:]
		}
		if len(bundle) != 0 {
			return nil, 0, errors.New("a bundle holds more than its entries")
		}
	}
	return stored, total, nil
}

// checkTiles proves, from the tiles alone, some entries and some earlier trees, and checks each proof against what the
// entries came to.
func checkTiles(folder string, tree tlog.Tree, stored *memory) (inclusions, consistencies int, err error) {
	tiles := tlog.TileHashReader(tree, folderReader(folder))
	for at := int64(0); at < 500 && tree.N > 0; at++ {
		index := at * 7919 % tree.N
		proof, err := tlog.ProveRecord(tree.N, index, tiles)
		if err != nil {
			return 0, 0, err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, (*stored)[tlog.StoredHashIndex(0, index)]); err != nil {
			return 0, 0, err
		}
		inclusions++

		earlier, err := tlog.TreeHash(index+1, stored)
		if err != nil {
			return 0, 0, err
		}
		older, err := tlog.ProveTree(tree.N, index+1, tiles)
		if err != nil {
			return 0, 0, err
		}
		if err := tlog.CheckTree(older, tree.N, tree.Hash, index+1, earlier); err != nil {
			return 0, 0, err
		}
		consistencies++
	}
	return
}

// folderReader reads tiles as c2sp.org/tlog-tiles names them.
type folderReader string

func (f folderReader) Height() int { return tileHeight }

func (f folderReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		var err error
		if data[i], err = os.ReadFile(tilePath(string(f), tile)); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func (f folderReader) SaveTiles([]tlog.Tile, [][]byte) {}

// tilePath takes the height out of a path of package tlog, and calls entries by their name there.
func tilePath(folder string, tile tlog.Tile) string {
	path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
	return filepath.Join(folder, strings.Replace(path, "tile/data/", "tile/entries/", 1))
}
