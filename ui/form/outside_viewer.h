// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

namespace jz::ui {

/// Opens files of the object store with the system's viewer: copies of them, under the names that they have in the dossier, since a
/// viewer may write into what it opens. Copies go when this goes.
class OutsideViewer : public QObject
{
    Q_OBJECT

public:
    /// What goes wrong is told in the message bar of the window that `place` is in.
    explicit OutsideViewer(QWidget* place);

    /// Returns at once; large files take a while to copy.
    void open(const QString& original, const QString& name);

private:
    void show(const QString& copy, const QString& name);

    QWidget* m_place;
    std::unique_ptr<QTemporaryDir> m_copies; ///< made with the first one
};

} // namespace jz::ui
