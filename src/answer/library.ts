import { buildIndex, type Index } from "../retrieval/index.js";
import { learnedModel, type Model } from "../retrieval/model.js";
import type { Story } from "../story/story.js";

/** Everything that is needed to answer questions on some stories; made once, never changed. */
export interface Library {
  readonly stories: readonly Story[];
  readonly index: Index;
  readonly model: Model;
}

/** @param model what was learned for finding sentences; the committed one where nothing else is measured */
export function openLibrary(stories: readonly Story[], model: Model = learnedModel()): Library {
  return {
    stories,
    index: buildIndex(stories, model.vectors),
    model,
  };
}
