import type { MessageContent } from "./chats.js";

/** What a person may send besides text, by its name; captions go with those that can have one. */
export const MEDIA = {
  sticker: {
    sticker: {
      file_id: "sticker",
      file_unique_id: "sticker-1",
      type: "regular",
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
    },
  },
  photo: { photo: [{ file_id: "photo", file_unique_id: "photo-1", width: 90, height: 60 }] },
  voice: { voice: { file_id: "voice", file_unique_id: "voice-1", duration: 3 } },
  location: { location: { latitude: 51.5, longitude: 0 } },
} satisfies Record<string, MessageContent>;
