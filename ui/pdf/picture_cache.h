// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QImage>
#include <QList>

namespace jz::ui {

/// Pictures of pages by page, one each; those not looked at for longest go first when there are more than `bytes` of them.
class PictureCache
{
public:
    explicit PictureCache(qsizetype bytes) : m_most(bytes) {}

    void keep(int page, const QImage& picture);
    /// Null when there is none. The picture may have been drawn for another zoom.
    QImage take(int page);
    /// Whether there is one of that size that shows the page as it is.
    bool has(int page, QSize size) const;
    bool hasAny(int page) const { return m_pictures.contains(page); }
    void drop(int page);
    /// The pages may look different now, all but `same`: their pictures stand in until new ones come.
    void age(const QList<int>& same);
    void clear();

private:
    struct Entry
    {
        QImage picture;
        quint64 used = 0;
        bool isOld = false;
    };
    void shrink(int spared);

    QHash<int, Entry> m_pictures;
    qsizetype m_most;
    qsizetype m_bytes = 0;
    quint64 m_clock = 0;
};

} // namespace jz::ui
