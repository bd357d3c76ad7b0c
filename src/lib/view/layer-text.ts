import type { EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Layer } from './view-params.ts';

const NAMES: Record<Layer, () => string> = {
	change: m.layer_change,
	rate: m.layer_rate,
	funnel: m.layer_funnel,
	cluster: m.layer_cluster
};
const NOTES: Record<EvidenceLayer, () => string> = {
	rate: m.layer_rate_note,
	funnel: m.layer_funnel_note,
	cluster: m.layer_cluster_note
};

/** What a layer of the trend's map is called. */
export function layerName(layer: Layer): string {
	return NAMES[layer]();
}

/** What a layer's classes mean, in a sentence. */
export function layerNote(layer: EvidenceLayer): string {
	return NOTES[layer]();
}
