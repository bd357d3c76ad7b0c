import { expect, it } from 'vitest';
import { AnswerCache, type KeptAnswer } from './answer-cache.ts';

const answer = (bytes: number): KeptAnswer => ({ body: new Uint8Array(bytes), headers: [] });

it('gives an answer of the version that it was kept for, and of no other', () => {
	const cache = new AnswerCache(1000);
	const kept = answer(10);
	cache.keep('1', 'a', kept);
	expect(cache.find('1', 'a')).toBe(kept);
	expect(cache.find('1', 'b')).toBeUndefined();
	expect(cache.find('2', 'a')).toBeUndefined();
	cache.keep('2', 'b', answer(10));
	expect(cache.find('1', 'a')).toBeUndefined();
	expect(cache.find('2', 'a')).toBeUndefined();
});

it('forgets what was asked for longest ago', () => {
	const cache = new AnswerCache(100);
	cache.keep('1', 'a', answer(40));
	cache.keep('1', 'b', answer(40));
	cache.find('1', 'a');
	cache.keep('1', 'c', answer(40));
	expect(['a', 'b', 'c'].map((key) => cache.find('1', key) !== undefined)).toEqual([
		true,
		false,
		true
	]);
	// The same again takes up no more room, and what is larger than all room is not kept.
	cache.keep('1', 'c', answer(60));
	expect(cache.find('1', 'a')).toBeDefined();
	cache.keep('1', 'd', answer(101));
	expect(cache.find('1', 'd')).toBeUndefined();
});
